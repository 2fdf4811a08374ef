/**
 * @typedef {"marked-junk" | "marked-not-junk" | "moved-into-junk" | "moved-out-of-junk" | "rescued"} Did
 *
 * @typedef {object} Deed what the user said of a message by what was done with it
 * @property {string} account
 * @property {string} folder the path of the folder that it lies in
 * @property {string} headerMessageId
 * @property {number} id Thunderbird's number of this very copy
 * @property {Did} did
 * @property {boolean} wasInInbox where Thunderbird's own filter marks and moves too, before Tripostal has seen the message
 */

/**
 * What a changed junk mark says, where it is the user's.
 * @param {any} header Thunderbird's MessageHeader @param {boolean} junk
 * @returns {Deed | null}
 */
export function deedOfMark(header, junk) {
  if (!header.folder || header.new && !isIn(header, "inbox")) {
    return null; // outside the inbox nobody but Thunderbird's filter has a word on mail that is just coming in
  }
  return deed(header, header, junk ? "marked-junk" : "marked-not-junk");
}

/**
 * What a move of the user's says. To throw junk away says nothing of it.
 * @param {any} was @param {any} now
 * @returns {Deed | null}
 */
export function deedOfMove(was, now) {
  if (!was?.folder || !now?.folder || isIn(was, "junk") === isIn(now, "junk")) {
    return null;
  }
  if (isIn(now, "junk")) {
    return was.new && !isIn(was, "inbox") ? null : deed(was, now, "moved-into-junk");
  }
  return isIn(now, "trash") ? null : deed(was, now, "moved-out-of-junk");
}

/** @param {any} was @param {any} now @param {Did} did */
function deed(was, { id, headerMessageId, folder }, did) {
  return { account: folder.accountId, folder: folder.path, headerMessageId, id, did, wasInInbox: isIn(was, "inbox") };
}

/** @param {any} header @param {string} use */
function isIn({ folder }, use) {
  return folder.specialUse?.includes(use) === true;
}
