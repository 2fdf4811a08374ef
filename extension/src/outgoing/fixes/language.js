// Small words that the one language has and the other has not.
const FRENCH = new Set("le la les un une des du et est sont que qui pour dans avec vous nous je tu il elle on ce cette ces mon ma mes votre vos notre pas plus au aux sur bonjour merci ci joint voici".split(" "));
const ENGLISH = new Set("the a an and is are that which for in with you we i he she it this these my your our not to of at from hello thanks please here have has be".split(" "));

/**
 * The language of a text, as far as two can be told apart.
 * @param {string} text @param {string} fallback where it says nothing, a language tag
 * @returns {"fr" | "en"}
 */
export function languageOf(text, fallback) {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const french = words.filter(word => FRENCH.has(word)).length + (text.match(/[éèàçêù]/gi) ?? []).length;
  const english = words.filter(word => ENGLISH.has(word)).length;
  if (french !== english) {
    return french > english ? "fr" : "en";
  }
  return fallback.toLowerCase().startsWith("fr") ? "fr" : "en";
}
