package org.tripostal.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnTextTest {

    private static final String MINE = "Hello Ann,\n\nthis is mine.";

    static Stream<String> whatIsNotMine() {
        return Stream.of(
                "> yours\n>> older",
                "| yours",
                "On Mon, 2 Nov 2026 at 10:00, Ann <ann@example.org> wrote:\n> yours",
                "On Mon, 2 Nov 2026 at 10:00, Ann\n<ann@example.org>\nwrote:\n\n> yours",
                "Le 2 nov. 2026 à 10:00, Anne a écrit :\n> yours",
                "Le lun. 2 nov. 2026 à 10:00, Anne <anne@example.org>\na écrit\u00a0:\n\n> yours",
                "-----Original Message-----\nFrom: Ann\nyours",
                "-------- Forwarded Message --------\nSubject: x\n\nyours",
                "-------- Message transféré --------\nSujet : x\n\nyours",
                "-----Message d'origine-----\nyours",
                "---- Anne Roux a écrit ----\n\nyours",
                "-------- Ann Miller wrote: --------\nyours",
                "Begin forwarded message:\n\nyours",
                "Début du message réexpédié :\n\nyours",
                "From: Ann\nSent: Monday\nTo: Me\nSubject: x\n\nyours",
                "De : Anne\nEnvoyé : lundi\nÀ : Moi\nObjet : x\n\nyours",
                "*From:* Ann\n*Sent:* Monday\n*To:* Me\n\nyours",
                "_______________________________________________\nList mailing list",
                "-- \nMe\nReaders & Co",
                "--\nMe");
    }

    @ParameterizedTest
    @MethodSource("whatIsNotMine")
    void whatIsQuotedForwardedOrSignedIsLeftOut(String others) {
        assertThat(OwnText.of(MINE + "\n\n" + others + "\n")).isEqualTo(MINE);
    }

    @Test
    void whatIsWrittenBelowAQuoteOrASignatureOnTopIsMine() {
        assertThat(OwnText.of("> yours\n\nmine\n\n> yours\nmine too")).isEqualTo("mine\n\nmine too");
        assertThat(OwnText.of("------- Original Message -------\nOn Tuesday, March 12th, 2024 at 10:22 AM, Ann <ann@example.org> wrote:\n\n> yours\n\nmine")).isEqualTo("mine");
        assertThat(OwnText.of("mine\n-- \nMe\n\nOn Monday, Ann wrote:\n> yours\nmine too")).isEqualTo("mine\nmine too");
    }

    @Test
    void linesThatOnlyLookLikeItAreMine() {
        for (String mine : new String[] {"On Monday he wrote:\nnothing at all.", "From: here\nto the end of the world.", "--- a line ---", "-- not a signature", "a > b"}) {
            assertThat(OwnText.of(mine)).isEqualTo(mine);
        }
    }

    @Test
    void theNoteOfAProgramOnAnAttachmentIsLeftOut() {
        assertThat(OwnText.of("mine (See attached file: draft.doc) too")).isEqualTo("mine  too");
        assertThat(OwnText.of("mine (See attached file: never closed")).isEqualTo("mine (See attached file: never closed");
    }
}
