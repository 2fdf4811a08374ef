import { displayName, recipientList } from "../addresses.js";

// These words go into the user's own message, in the language of that message, which need not be Thunderbird's: so they are not in _locales.
const GREETINGS = { en: "Hello", fr: "Bonjour" };
const ALL = { en: "all", fr: "à toutes et à tous" };
const AND = { en: "and", fr: "et" };
const CLOSINGS = { en: "Best regards", fr: "Cordialement" };

/** Names that begin so are not cut: "M. Durand" is not "M.". */
const TITLE = /^(?:\p{L}{1,4}\.|mme|mlle|mr|mrs|ms|dr|prof|maître|me)$/iu;
/** Not a person. */
const ROLE = /^(?:info|contact|support|service|team|équipe|sales|office|secrétariat|accueil|admin|postmaster|newsletter|no-?reply|list|mairie|mailing)\b/i;

/**
 * How a message greets its readers, those in To: one or two by name where they have one, more all together.
 * @param {"fr" | "en"} language
 * @param {{to?: any}} details of the compose window
 */
export function greetingFor(language, { to }) {
  const people = recipientList(to);
  const names = people.map(person => typeof person === "string" ? callName(displayName(person)) : "");
  if (people.length > 2) {
    return `${GREETINGS[language]} ${ALL[language]},`;
  }
  const named = names.length > 0 && names.every(name => name !== "");
  return named ? `${GREETINGS[language]} ${names.join(` ${AND[language]} `)},` : `${GREETINGS[language]},`;
}

/** Without a comma, which depends on what follows. @param {"fr" | "en"} language */
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
  if (words.length === 0 || words.length > 4 || /[@\d()[\]/|]/.test(name) || ROLE.test(name)) {
    return "";
  }
  if (TITLE.test(words[0])) {
    return words.length > 1 ? words.join(" ") : "";
  }
  return words.find(word => word !== word.toUpperCase()) ?? words[0];
}
