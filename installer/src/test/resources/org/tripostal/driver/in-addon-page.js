// Runs code in a page of the add-on, which lives in a process of its own; without code, tells whether the page is open. Body of a function in Thunderbird's main process.
const [id, path, tab, code, args] = arguments;
const extension = WebExtensionPolicy.getByID(id)?.extension;
if (!extension) {
  throw new Error(`the add-on ${id} does not run`);
}
const background = path === "(background)";
if (background && extension.backgroundState !== "running") {
  await extension.wakeupBackground();
}
const views = [...extension.views];
const composeWindow = tab === null ? null : extension.apiManager.global.tabTracker.getTab(tab, null);
const view = views.findLast(one => background ? one.viewType === "background"
  : one.uri?.spec.split(/[?#]/)[0].endsWith(path)
    && (tab === null || one.xulBrowser?.ownerDocument.defaultView === composeWindow || one.uri.spec.endsWith(`?tab=${tab}`)));
if (code === null) {
  return JSON.stringify({ value: Boolean(view) });
}
if (!view) {
  throw new Error(`${path} is not open; open are: ${views.map(v => `${v.viewType} ${v.uri?.spec}`).join(", ")}`);
}

// Becomes a frame script: `content` is the page's window there.
function inPage({ name, code, args }) {
  const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
  sandbox.given = Cu.cloneInto(args, sandbox);
  const answer = text => sendAsyncMessage(name, text);
  Cu.evalInSandbox(`(async () => {
      try {
        const value = await (async function () { ${code}\n }).apply(null, given);
        return JSON.stringify({ value: value === undefined ? null : value });
      } catch (error) {
        return JSON.stringify({ error: String(error) });
      }
    })()`, sandbox).then(answer, error => answer(JSON.stringify({ error: String(error) })));
}

const messages = view.xulBrowser.messageManager;
const name = `tripostal-driver:${Services.uuid.generateUUID()}`;
return await new Promise((resolve, reject) => {
  // A page that closes under the script never answers.
  const timer = setTimeout(() => reject(new Error(`no answer from ${path} within 30 s`)), 30_000);
  messages.addMessageListener(name, function listener({ data }) {
    clearTimeout(timer);
    messages.removeMessageListener(name, listener);
    resolve(data);
  });
  const script = `(${inPage})(${JSON.stringify({ name, code, args })})`;
  messages.loadFrameScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`, false);
});
