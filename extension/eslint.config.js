import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["target/", "vendor/"] },
  js.configs.recommended,
  {
    rules: {
      "eqeqeq": "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-empty": ["error", { allowEmptyCatch: false }],
      "no-implicit-globals": "error",
      "require-atomic-updates": "error",
      "no-restricted-properties": ["error", { property: "innerHTML", message: "Words go in by textContent only." },
        { property: "outerHTML", message: "Words go in by textContent only." }],
    },
  },
  { files: ["src/**/*.js"], languageOptions: { globals: { ...globals.browser, messenger: "readonly", Chartist: "readonly" } } },
  { files: ["test/**/*.js", "fakes/**/*.js", "review.js", "vendor.js", "eslint.config.js", "pages-test/**/*.js"], languageOptions: { globals: { ...globals.node, ...globals.nodeBuiltin } } },
  { files: ["pages-test/pages.test.js"], languageOptions: { globals: globals.browser } }, // some of it runs in the page
];
