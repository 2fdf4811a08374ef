/** Abbreviations of four letters and fewer that are written in capitals, in English and French. Names of people and places cannot be known. */
const ACRONYMS = new Set(("ADN AG API ASAP BBC BD BDD BNF BTP CAF CD CDD CDI CE CEO CET CFO CGT CGV CHU CNIL CNRS CPAM CPU CRM CSE CSV CT CTO CV DGFP DIY DNS DPE DRH DSI "
  + "DST DVD EDF ENS ERP EST ETA EU EUR FAQ FFF FTP FYI GBP GIF GIT GMT GPS GPU HDMI HLM HR HTML HTTP IA IBAN IBM IMAP INPI INRA INSA IRM IRS ISBN ISO IT IUT JPEG JPG JSON JVM LAN LED "
  + "LLC MBA MP NASA NATO NDA NGO NHS OECD ONG ONU OS OTAN PC PDF PHP PIB PIN PME PMU PNG POP PSG QA QCM QR RAM RATP RC RDV RER RFC RGPD RH RIB RSA RSVP RTT SARL SAS SAV SDK SEO SIM "
  + "SIRE SLA SMIC SMS SNCF SOS SQL SSD SSH SSL SUV TCP TER TGV TLS TNT TTC TV TVA UE UI UK UN UNO URL US USA USB USD UTC UX VAT VIP VM VPN WC WIFI XML ZIP").split(" "));

/** What stands in front of a subject, and is not the writer's: "Re:", "TR :", "[list]". */
const PREFIX = /^(?:\s*(?:(?:re|aw|sv|fwd?|tr|réf?)\s*:|\[[^\]]*\])\s*)+/i;

/**
 * A subject in capitals, written as a sentence. Abbreviations, words with digits and words that are not in capitals stay as they are.
 * @param {string} subject
 */
export function withoutShouting(subject) {
  const prefix = PREFIX.exec(subject)?.[0] ?? "";
  let starts = true;
  return prefix + subject.slice(prefix.length).replace(/[\p{L}\p{M}\p{N}@._]*[\p{L}\p{N}]|[.!?…]+/gu, word => {
    if (/^[.!?…]+$/.test(word)) {
      starts = true;
      return word;
    }
    const first = starts;
    starts = false;
    return staysAsItIs(word, first) ? word : lowered(word, first);
  });
}

/** @param {string} word @param {boolean} first of a sentence */
function staysAsItIs(word, first) {
  const shouts = word === word.toUpperCase() && word !== word.toLowerCase();
  return !shouts || /[\d@_.]/.test(word) || ACRONYMS.has(word) || (word === "I" && !first);
}

/** @param {string} word @param {boolean} first */
function lowered(word, first) {
  const lower = word.toLocaleLowerCase();
  return first ? lower.charAt(0).toLocaleUpperCase() + lower.slice(1) : lower;
}
