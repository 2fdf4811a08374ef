/**
 * What the add-on tells of itself: the language for reasons, and who the user is.
 * @param {{locale: string, accounts: any[]}} of `locale` as Thunderbird has it (fr, en-US); accounts with their identities
 */
export function introduction({ locale, accounts }) {
  return {
    locale: locale.split(/[-_]/)[0].toLowerCase(),
    identities: accounts.flatMap(({ id, identities }) =>
      (identities ?? []).map((/** @type {any} */ { email, name }) => ({ account: id, email, name }))),
  };
}
