/** The ten findings, in the order in which a message is read. */
export const CODES = ["empty-subject", "shouting-subject", "exposed-recipients", "reply-not-to-all", "missing-greeting", "missing-closing", "shouting-body",
  "coloured-text", "forgotten-attachment", "large-attachment"];
