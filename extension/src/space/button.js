const NAME = "tripostal";

/**
 * Puts Tripostal into the bar on the left, once: Thunderbird keeps the button when it stops the background page.
 * @param {string} title
 */
export async function addSpace(title) {
  const [there] = await messenger.spaces.query({ name: NAME, isSelfOwned: true });
  return there ?? messenger.spaces.create(NAME, "/pages/space.html", { title, defaultIcons: "icons/tripostal.svg" });
}
