// Draws a window, and with it the popup that hangs from it, which the system keeps as a window of its own.
const window = Services.wm.getMostRecentWindow(arguments[0]);
if (!window) {
  throw new Error(`no window of the kind ${arguments[0]} is open`);
}
const scale = window.devicePixelRatio;
const MARGIN = 16;
const draw = ({ context, width, height }) =>
  context.currentWindowGlobal.drawSnapshot(new DOMRect(0, 0, width, height), scale, "rgb(255,255,255)");

const sheets = [{ context: window.browsingContext, left: 0, top: 0, width: window.innerWidth, height: window.innerHeight }];
for (const panel of window.document.querySelectorAll("panel")) {
  const browser = panel.state === "open" ? panel.querySelector("browser") : null;
  if (browser) {
    const { width, height } = browser.getBoundingClientRect();
    sheets.push({
      context: browser.browsingContext, popup: true, width, height,
      left: browser.screenX - window.mozInnerScreenX, top: browser.screenY - window.mozInnerScreenY,
    });
  }
}
// The popup may hang over the edge of its window.
const outermost = (edge, margin) => Math.max(...sheets.map(sheet => edge(sheet) + (sheet.popup ? margin : 0)));
const beyond = { left: outermost(sheet => -sheet.left, MARGIN), top: outermost(sheet => -sheet.top, 0) };
const width = beyond.left + outermost(sheet => sheet.left + sheet.width, MARGIN);
const height = beyond.top + outermost(sheet => sheet.top + sheet.height, MARGIN);

const canvas = new OffscreenCanvas(width * scale, height * scale);
const paper = canvas.getContext("2d");
paper.fillStyle = "#888";
paper.fillRect(0, 0, canvas.width, canvas.height);
for (const sheet of sheets) {
  paper.shadowColor = "rgba(0,0,0,0.5)";
  paper.shadowBlur = sheet.popup ? 12 * scale : 0;
  paper.drawImage(await draw(sheet), (beyond.left + sheet.left) * scale, (beyond.top + sheet.top) * scale);
}
const picture = new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer());
let binary = "";
for (let at = 0; at < picture.length; at += 32768) {
  binary += String.fromCharCode(...picture.subarray(at, at + 32768));
}
return btoa(binary);
