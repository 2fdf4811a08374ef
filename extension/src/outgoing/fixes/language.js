// Small words that the one language has and the other has not.
const FRENCH = new Set(("le la les un une des du et est sont que qui pour dans avec vous nous je tu il elle on ce cette ces mon ma mes votre vos notre pas plus au aux sur bonjour bonsoir salut cher chère "
  + "merci ci joint voici cordialement bientôt").split(" "));
const ENGLISH = new Set(("the a an and is are that which for in with you we i he she it this these my your our not to of at from hello hi dear thanks please here have has be "
  + "regards cheers soon").split(" "));

/**
 * The language of a message, as far as two can be told apart: that of the writer's own words, else of those that are answered.
 * @param {string[]} texts the nearest first @param {string} fallback where they say nothing, a language tag
 * @returns {"fr" | "en"}
 */
export function languageOf(texts, fallback) {
  for (const text of texts) {
    const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
    const french = words.filter(word => FRENCH.has(word)).length + (text.match(/[éèàçêù]/gi) ?? []).length;
    const english = words.filter(word => ENGLISH.has(word)).length;
    if (french !== english) {
      return french > english ? "fr" : "en";
    }
  }
  return fallback.toLowerCase().startsWith("fr") ? "fr" : "en";
}
