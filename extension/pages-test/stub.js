/* global window */
/**
 * Stands in for Thunderbird in a browser: runs in each page before its own scripts. What the background page, the host and Thunderbird's folders would
 * answer is given; what a page asks for is noted in `window.asked`.
 * @param {{words: Record<string, any>, language: string, session: object, local: object, answers: Record<string, any>, api: Record<string, any>}} world
 */
export function stub({ words, language, session, local, answers, api }) {
  const listeners = [];
  const area = kept => ({
    get: async keys => keys === undefined || keys === null ? { ...kept } : Object.fromEntries([keys].flat().filter(key => key in kept).map(key => [key, kept[key]])),
    set: async values => { Object.assign(kept, values); },
    remove: async keys => { [keys].flat().forEach(key => { delete kept[key]; }); },
  });
  const getMessage = (name, values = []) => {
    const { message = "", placeholders = {} } = words[name] ?? {};
    const given = [values].flat();
    return message.replace(/\$([A-Z]+)\$/g, (_, gap) => given[Number(placeholders[gap.toLowerCase()].content.slice(1)) - 1] ?? "");
  };
  window.asked = [];
  const answer = (name, params) => {
    if (!(name in answers)) {
      throw new Error(`nothing is prepared for ${name}`);
    }
    const found = answers[name];
    return structuredClone(Array.isArray(found?.byParams) ? found.byParams.find(([wanted]) => Object.entries(wanted).every(([key, value]) => params?.[key] === value))?.[1] ?? found.otherwise : found);
  };
  const functions = (name, value) => [name, typeof value === "object" && value !== null && !Array.isArray(value) && !("returns" in value)
    ? Object.fromEntries(Object.entries(value).map(([inner, of]) => functions(inner, of)))
    : async (...args) => { window.asked.push([name, args]); return structuredClone(value.returns); }];
  window.messenger = {
    ...Object.fromEntries(Object.entries(api).map(([name, value]) => functions(name, value))),
    i18n: { getMessage, getUILanguage: () => language },
    runtime: {
      getManifest: () => ({ version: "0.1.0" }),
      getURL: path => `/${path}`,
      openOptionsPage: async () => { window.asked.push(["openOptionsPage", []]); },
      sendMessage: async message => {
        window.asked.push(["sendMessage", message]);
        return message.request === "host/ask" ? answer(message.method, message.params) : answer(message.request, message);
      },
      onMessage: { addListener: () => undefined },
    },
    storage: { session: area(session), local: area(local), onChanged: { addListener: listener => { listeners.push(listener); } } },
  };
}
