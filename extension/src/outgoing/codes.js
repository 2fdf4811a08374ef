/** The findings, in the order in which a message is read. */
export const CODES = ["empty-subject", "shouting-subject", "exposed-recipients", "nobody-in-to", "repeated-recipient", "reply-not-to-all", "missing-greeting", "missing-closing",
  "shouting-body", "coloured-text", "forgotten-attachment", "large-attachment"];

/** Those that hold no message unless the user wants them to. */
export const TIPS = ["nobody-in-to", "repeated-recipient"];
