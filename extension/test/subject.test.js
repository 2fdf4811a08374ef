import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutShouting } from "../src/outgoing/fixes/subject-case.js";
import { suggestSubject } from "../src/outgoing/fixes/subject-suggestion.js";

test("a subject in capitals becomes a sentence; abbreviations and words with digits stay", () => {
  for (const [shouted, said] of [
    ["REUNION AVEC LA SNCF DEMAIN", "Reunion avec la SNCF demain"],
    ["À L’ATTENTION DE TOUS", "À l’attention de tous"],
    ["URGENT!!! CALL ME. NOW", "Urgent!!! Call me. Now"],
    ["THE PDF OF Q3 AND COVID19 IS READY", "The PDF of Q3 and COVID19 is ready"],
    ["RE: [CLUB] FÊTE DE L'ÉTÉ", "RE: [CLUB] Fête de l'été"],
    ["WHAT I SAW", "What I saw"],
    ["URGENT: the report for McDonald", "Urgent: the report for McDonald"],
    ["WRITE TO ANN@EXAMPLE.ORG", "Write to ANN@EXAMPLE.ORG"],
    ["12 МАЯ", "12 мая"],
    ["", ""],
  ]) {
    assert.equal(withoutShouting(shouted), said);
  }
});

test("a subject is the first words of one's own, without greeting, quote and signature", () => {
  for (const [text, subject] of [
    ["Hello Ann,\n\nThe minutes of Monday are ready. Please look.\n\nBest", "The minutes of Monday are ready"],
    ["Bonjour Marie, voici le compte rendu de la réunion de lundi dernier", "Voici le compte rendu de la réunion"],
    ["On Monday, Ann wrote:\n> Can you come?\n\nyes, on Tuesday\n-- \nBob", "Yes, on Tuesday"],
    ["We shall meet at noon to look at the plans", "We shall meet at noon to look"],
    ["Dear customers of our shop in the old town,\nnews", "Dear customers of our shop"],
  ]) {
    assert.equal(suggestSubject(text, []), subject);
  }
});

test("without a text it is the name of the first attachment; without both nothing can be suggested", () => {
  assert.equal(suggestSubject("Bonjour,\n", [{ name: "compte_rendu du  12.odt" }]), "Compte rendu du 12");
  assert.throws(() => suggestSubject("\n-- \nBob", []), { name: "FixFailure", message: "nothing-to-suggest" });
});
