/** Why something cannot be mended. The pages have a sentence for it (`fix_` and the reason); its name survives the way to them as the message does. */
export class FixFailure extends Error {
  /** @param {"no-fix" | "no-original" | "nothing-to-suggest" | "nothing-to-change" | "changed-meanwhile" | "changed-since" | "not-smaller" | "not-at-hand"} reason @param {string} [value] */
  constructor(reason, value = "") {
    super(value ? `${reason}: ${value}` : reason);
    this.name = "FixFailure";
  }
}
