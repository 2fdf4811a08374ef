import { CODES, TIPS } from "../outgoing/codes.js";
import { byId, element, word } from "./words.js";

const SEVERITIES = ["tip", "ask", "block"];
/** What a rule says unless the user chose otherwise. */
const usual = (/** @type {string} */ code) => TIPS.includes(code) ? "tip" : "ask";

/**
 * @typedef {object} Field how a setting is edited
 * @property {(value: any) => string} toField
 * @property {(text: string) => string} toYaml
 * @property {Record<string, string>} attributes of the input
 */

/** @type {Field} */
const WHOLE = { toField: String, toYaml: (/** @type {string} */ text) => text, attributes: { type: "number", min: "1", step: "1" } };
const PEOPLE = { ...WHOLE, attributes: { ...WHOLE.attributes, min: "2" } };
const PERCENT = {
  toField: (/** @type {number} */ share) => String(Math.round(share * 100)),
  toYaml: (/** @type {string} */ text) => String(Number(text) / 100),
  attributes: { type: "number", min: "1", max: "100", step: "1" },
};
const MEGABYTES = {
  toField: (/** @type {number} */ bytes) => String(Math.round(bytes / 2 ** 20 * 100) / 100),
  toYaml: (/** @type {string} */ text) => `${text} MB`,
  attributes: { type: "number", min: "0.1", step: "any" },
};
/** A box to tick. @type {Field} */
const YES_OR_NO = { toField: String, toYaml: (/** @type {string} */ text) => text, attributes: { type: "checkbox" } };
/** Each account learns junk for itself. @type {Field} */
const PER_ACCOUNT = {
  toField: (/** @type {string} */ whose) => String(whose === "account"),
  toYaml: (/** @type {string} */ ticked) => ticked === "true" ? "account" : "shared",
  attributes: { type: "checkbox" },
};
const FOLDER = { toField: String, toYaml: yamlText, attributes: { type: "text" } };

/** @type {Record<string, Record<string, Field>>} */
const FIELDS = {
  limits: {
    "netiquette.exposed-recipients": PEOPLE, "netiquette.allow-same-organisation": YES_OR_NO, "netiquette.large-attachment": MEGABYTES,
    "netiquette.shouting-subject-letters": WHOLE, "netiquette.shouting-subject-words": WHOLE, "netiquette.shouting-subject-share": PERCENT,
    "netiquette.shouting-body-letters": WHOLE, "netiquette.shouting-body-share": PERCENT,
  },
  folders: { "folders.self": FOLDER, "folders.lists": FOLDER },
  junk: { "spam.learner": PER_ACCOUNT },
};

/**
 * Fills in thresholds, folders and severities.
 * @param {{settings: Record<string, any>, severity: Record<string, string>, providers?: Record<string, number>}} got as `settings/get` gives them
 * @param {(settings: Record<string, string>) => Promise<any>} set
 */
export function settingFields({ settings, severity, providers = {} }, set) {
  for (const [place, fields] of Object.entries(FIELDS)) {
    byId(place).replaceChildren(...Object.entries(fields).filter(([name]) => name in settings).map(([name, field]) => input(name, field, settings[name], set)));
  }
  byId("providers").replaceChildren(...Object.entries(providers).map(([domain, bytes]) => input(`providers.${domain}`, MEGABYTES, bytes, set, word("providerLimit", domain))));
  byId("severities").replaceChildren(...CODES.map(code => severityField(code, severity[code] ?? usual(code), set)));
}

/** @param {string} name @param {Field} field @param {any} value @param {(settings: Record<string, string>) => Promise<any>} set @param {string} [label] */
function input(name, { toField, toYaml, attributes }, value, set, label = word(`setting_${name.replaceAll(".", "_")}`)) {
  const made = /** @type {HTMLInputElement} */ (document.createElement("input"));
  Object.entries(attributes).forEach(([attribute, said]) => made.setAttribute(attribute, said));
  made.id = `setting-${name.replaceAll(".", "-")}`;
  if (made.type === "checkbox") {
    made.checked = toField(value) === "true";
    made.addEventListener("change", () => set({ [name]: toYaml(String(made.checked)) }));
  } else {
    made.required = true;
    made.value = toField(value);
    made.addEventListener("change", () => made.reportValidity() && set({ [name]: toYaml(made.value.trim()) }));
  }
  return element("label", "", [element("span", "", label), made]);
}

/**
 * Has the form that adds a provider's limit do so.
 * @param {(settings: Record<string, string>) => Promise<any>} set
 */
export function providerForm(set) {
  byId("provider-form").addEventListener("submit", async (/** @type {Event} */ event) => {
    event.preventDefault();
    const domain = byId("provider-domain").value.trim().replace(/^@/, "").toLowerCase();
    if (await set({ [`providers.${domain}`]: MEGABYTES.toYaml(byId("provider-size").value.trim()) })) {
      byId("provider-form").reset();
    }
  });
}

/** @param {string} code @param {string} chosen @param {(settings: Record<string, string>) => Promise<any>} set */
function severityField(code, chosen, set) {
  const select = /** @type {HTMLSelectElement} */ (document.createElement("select"));
  select.id = `severity-${code}`;
  for (const severity of SEVERITIES) {
    select.append(new Option(word(`choose_${severity}`), severity, false, severity === chosen));
  }
  select.addEventListener("change", () => set({ [`severity.${code}`]: select.value }));
  return element("label", "", [element("span", "", word(`code_${code}`)), select]);
}

/**
 * A text as YAML writes it: as it is, where nobody can take it for anything else; otherwise in quotes, where YAML reads what JSON writes.
 * @param {string} text
 */
export function yamlText(text) {
  return /^\p{L}[\p{L}\p{N} ._/-]*$/u.test(text) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text) && !/\s$/.test(text) ? text : JSON.stringify(text);
}
