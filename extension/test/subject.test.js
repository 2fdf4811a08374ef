import assert from "node:assert/strict";
import { test } from "node:test";
import { knownFrom, withoutShouting } from "../src/outgoing/fixes/capitals.js";
import { suggestSubject } from "../src/outgoing/fixes/subject-suggestion.js";

const quiet = (text, language = "en", people = [], calm = []) => withoutShouting(text, { language, ...knownFrom(people, calm) });

test("a subject in capitals becomes a sentence; abbreviations, addresses and words with digits stay", () => {
  for (const [shouted, said] of [
    ["REUNION AVEC LA SNCF DEMAIN", "Reunion avec la SNCF demain"],
    ["À L’ATTENTION DE TOUS", "À l’attention de tous"],
    ["URGENT!!! CALL ME. NOW", "Urgent!!! Call me. Now"],
    ["THE PDF OF Q3 AND COVID19 IS READY", "The PDF of Q3 and COVID19 is ready"],
    ["RE: [CLUB] FÊTE DE L'ÉTÉ", "RE: [CLUB] Fête de l'été"],
    ["WHAT I SAW, AND I'M SORRY", "What I saw, and I'm sorry"],
    ["URGENT: the report for McDonald", "Urgent: the report for McDonald"],
    ["WRITE TO ANN@EXAMPLE.ORG OR SEE HTTPS://EXAMPLE.ORG/A-B", "Write to ANN@EXAMPLE.ORG or see HTTPS://EXAMPLE.ORG/A-B"],
    ["CHAPTER XIV OF THE BBQ BOOK", "Chapter XIV of the BBQ book"],
    ["12 МАЯ", "12 мая"],
    ["", ""],
  ]) {
    assert.equal(quiet(shouted), said);
  }
});

test("names of places, people and days keep their capital, as the language writes them", () => {
  assert.equal(quiet("THE TRAIN TO PARIS ON MONDAY IN JULY"), "The train to Paris on Monday in July");
  assert.equal(quiet("LE TRAIN POUR PARIS LUNDI EN JUILLET", "fr"), "Le train pour Paris lundi en juillet");
  assert.equal(quiet("LETTRE À MME LEBLANC ET À M. DURAND POUR JEAN-PIERRE", "fr", ["Jean-Pierre Roy"]), "Lettre à Mme Leblanc et à M. Durand pour Jean-Pierre");
  assert.equal(quiet("ANSWER FROM MRS MILLER. CALL HER"), "Answer from Mrs Miller. Call her");
  assert.equal(quiet("MEETING OF A. B. SMITH WITH TOM"), "Meeting of A. B. Smith with tom", "what nothing tells to be a name stays small");
});

test("what the message itself writes as a name or an abbreviation stays one", () => {
  const calm = ["The people of Kerala and of AFLUX were there.", "Tuesday: nothing"];
  assert.equal(quiet("NEWS OF KERALA FROM AFLUX AND BOB DOE", "en", ["Doe, Bob"], calm), "News of Kerala from AFLUX and Bob Doe");
  assert.equal(quiet("NEWS OF PEOPLE", "en", [], ["People came."]), "News of people", "a word that begins a sentence is no name");
});

test("whom a text greets is a name", () => {
  assert.equal(quiet("HELLO ANN, TELL ME"), "Hello Ann, tell me");
  assert.equal(quiet("HELLO ALL, TELL ME", "en", ["Me Example"]), "Hello all, tell me");
  assert.equal(quiet("BONJOUR À TOUS", "fr"), "Bonjour à tous");
});

test("every character stays in its place", () => {
  const shouted = "STRAßE İSTANBUL  \u00a0\tX\nY ŒUVRE 😀 A\u0301 B";
  assert.equal(quiet(shouted).length, shouted.length);
});

test("a subject is the first words of one's own, without greeting and preamble", () => {
  for (const [text, subject] of [
    ["Hello Ann,\nThe minutes of Monday are ready. Please look.\nBest", "The minutes of Monday are ready"],
    ["Bonjour Marie, voici le compte rendu de la réunion de lundi dernier", "Voici le compte rendu de la réunion"],
    ["yes, on Tuesday", "Yes, on Tuesday"],
    ["We shall meet at noon to look at the plans", "We shall meet at noon to look"],
    ["Dear customers of our shop in the old town,\nnews", "Dear customers of our shop"],
    ["Can you come on Tuesday? I hope so.", "Can you come on Tuesday?"],
    ["Hi Bob,\nplease find attached the minutes of the committee", "Minutes of the committee"],
    ["Bonjour,\nVeuillez trouver ci-joint le devis pour la toiture.", "Devis pour la toiture"],
    ["I am writing to cancel my subscription.", "Cancel my subscription"],
    ["WHERE IS THE NASA FILE", "Where is the NASA file"],
  ]) {
    assert.equal(suggestSubject(text, []), subject);
  }
});

test("in an answer it is the original's", () => {
  assert.equal(suggestSubject("yes", [], { original: "The plans" }), "Re: The plans");
  assert.equal(suggestSubject("yes", [], { original: "RE: The plans" }), "RE: The plans");
  assert.equal(suggestSubject("yes, on Tuesday", [], { original: " " }), "Yes, on Tuesday");
});

test("where the text says nothing it is the name of the first attachment; without both nothing can be suggested", () => {
  const files = [{ name: "compte_rendu du  12.odt" }];
  assert.equal(suggestSubject("Bonjour,\n", files), "Compte rendu du 12");
  assert.equal(suggestSubject("Please find attached.", files), "Compte rendu du 12");
  assert.equal(suggestSubject("Hello,\nplease find attached the file.", files), "Compte rendu du 12");
  assert.equal(suggestSubject("Hello,\nplease find attached the plans of the house.", files), "Plans of the house");
  assert.throws(() => suggestSubject("", []), { name: "FixFailure", message: "nothing-to-suggest" });
});
