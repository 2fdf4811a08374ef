// Runs in the document of every compose window: tells that the text has changed, once the writer pauses, or comes back to it from subject and
// recipients. Changes nothing.
(() => {
  /** Milliseconds. */
  const PAUSE = 1_200;
  /** @type {any} */
  let timer = null;
  const tell = () => {
    timer = null;
    // Nobody listens while the add-on is being replaced.
    messenger.runtime.sendMessage({ request: "sign/changed" }).catch(error => console.debug("Tripostal:", error));
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, PAUSE);
  };
  document.addEventListener("input", soon);
  window.addEventListener("focus", soon);
  window.addEventListener("blur", () => timer === null ? undefined : (clearTimeout(timer), tell()));
})();
