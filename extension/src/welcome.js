/**
 * Opens the page of the first minutes once: when it is clear whether the program is there. Where an organisation has switched sorting on beforehand, nobody needs it.
 * @param {import("./host/state.js").HostState} host
 * @param {import("./store.js").Stored<"" | "due">} due
 * @param {() => Promise<any>} open
 */
export async function welcome(host, due, open) {
  if (host.kind === "connecting" || await due.get() !== "due") {
    return;
  }
  let mine = false; // two changes of the host's state at once must not both open it
  await due.update(value => {
    mine = value === "due";
    return "";
  });
  if (mine && !host.active) {
    await open();
  }
}
