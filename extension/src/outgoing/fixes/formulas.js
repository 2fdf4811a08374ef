import { displayName, recipientList } from "../addresses.js";

// These words go into the user's own message, in the language of that message, which need not be Thunderbird's: so they are not in _locales.
const GREETINGS = { en: "Hello", fr: "Bonjour" };
const CLOSINGS = { en: "Best regards,", fr: "Cordialement," };

/** Names that begin so are not cut: "M. Durand" is not "M.". */
const TITLE = /^(?:\p{L}{1,4}\.|mme|mlle|mr|mrs|ms|dr|prof|maître|me)$/iu;

/**
 * How a message greets its reader: by name where it goes to one person who has one.
 * @param {"fr" | "en"} language
 * @param {{to?: any, cc?: any}} details of the compose window
 */
export function greetingFor(language, { to, cc }) {
  const [first, ...others] = [...recipientList(to), ...recipientList(cc)];
  const name = others.length === 0 && typeof first === "string" ? callName(displayName(first)) : "";
  return name ? `${GREETINGS[language]} ${name},` : `${GREETINGS[language]},`;
}

/** @param {"fr" | "en"} language */
export function closingFor(language) {
  return CLOSINGS[language];
}

/**
 * The name to call somebody by: the first name, which stands behind the comma of "Doe, Ann", or is the one that is not in capitals
 * ("DURAND Marie"). Empty where there is no name but an address, or something that is no person's name.
 * @param {string} name
 */
export function callName(name) {
  const [last, first] = name.split(/\s*,\s*/);
  const words = (first ? `${first} ${last}` : name).split(/\s+/).filter(word => word !== "");
  if (words.length === 0 || words.length > 4 || /[@\d()[\]/|]/.test(name)) {
    return "";
  }
  if (TITLE.test(words[0])) {
    return words.length > 1 ? words.join(" ") : "";
  }
  return words.find(word => word !== word.toUpperCase()) ?? words[0];
}
