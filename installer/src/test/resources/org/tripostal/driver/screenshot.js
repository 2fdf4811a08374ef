// Draws a window, and on top of it the panel that hangs in it, which the system keeps as a window of its own.
const window = Services.wm.getMostRecentWindow(arguments[0]);
if (!window) {
  throw new Error(`no window of the kind ${arguments[0]} is open`);
}
const scale = window.devicePixelRatio;
const draw = (context, rect) => context.currentWindowGlobal.drawSnapshot(rect, scale, "rgb(255,255,255)");
const canvas = new OffscreenCanvas(window.innerWidth * scale, window.innerHeight * scale);
const paper = canvas.getContext("2d");
paper.drawImage(await draw(window.browsingContext, null), 0, 0);
for (const panel of window.document.querySelectorAll("panel")) {
  const browser = panel.state === "open" ? panel.querySelector("browser") : null;
  if (browser) {
    const place = browser.getBoundingClientRect();
    const left = (browser.screenX - window.mozInnerScreenX) * scale;
    const top = (browser.screenY - window.mozInnerScreenY) * scale;
    paper.shadowColor = "rgba(0,0,0,0.45)";
    paper.shadowBlur = 12 * scale;
    paper.drawImage(await draw(browser.browsingContext, null), left, top, place.width * scale, place.height * scale);
    paper.shadowBlur = 0;
  }
}
const picture = new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer());
let binary = "";
for (let at = 0; at < picture.length; at += 32768) {
  binary += String.fromCharCode(...picture.subarray(at, at + 32768));
}
return btoa(binary);
