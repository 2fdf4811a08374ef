package org.tripostal.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentMentionTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "Please find attached the minutes.", "Please find my CV attached.", "I've attached two photos.", "I am enclosing the form.", "The invoice is attached.",
        "See the attachment.", "As you can see in the attachment, it works.", "Attached is the log.", "We have attached our offer.", "the attached PDF says it all",
        "Vous trouverez ci-joint le devis.", "CI-JOINT LE DEVIS", "le formulaire ci‑joint", "Veuillez trouver le programme en pièce jointe.", "le plan est en PJ",
        "Je vous joins la facture.", "Nous joignons notre offre.", "Tu trouveras les photos jointes.", "Voir pièce jointe", "le document joint", "ci-inclus un chèque",
        "PFA the report.", "Attaching the logs here.", "Le PDF joint contient tout.",
    })
    void anAnnouncementIsFound(String text) {
        assertThat(AttachmentMention.in(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Your attachment is well received.", "I could not open the attachment.", "I forgot to attach the file, it follows.", "Nothing was attached to your message.",
        "He is very attached to his dog.", "The sensor is attached to the wall.", "Joignez-vous à nous !", "L'adjoint au maire viendra.", "Il n'y a pas de pièce jointe.",
        "Votre pièce jointe est illisible.", "J'ai oublié la pièce jointe hier.", "sans pièce jointe", "Le joint de la pompe fuit.", "", "A detached house.", "Attaching files is not allowed here.",
    })
    void whatAnnouncesNothingIsNot(String text) {
        assertThat(AttachmentMention.in(text)).isEmpty();
    }

    @Test
    void aMentionGoesOnWhereAProgramBrokeTheLineButNotInTheNextParagraph() {
        assertThat(AttachmentMention.in("the invoice is  \n  attached.")).isEqualTo("invoice is attached");
        assertThat(AttachmentMention.in("Where the invoice is\n\nattach it.")).isEmpty();
    }

    @Test
    void aSentenceEndsBeforeWhiteSpaceAndNotBehindAnAbbreviation() {
        assertThat(AttachmentMention.sentences("it is done. see a.b cf. below!  why? so…\nthe end")).extracting(String::strip)
                .containsExactly("it is done.", "see a.b cf. below!", "why?", "so…", "the end");
        assertThat(AttachmentMention.sentences("acf. so")).hasSize(2);
        assertThat(AttachmentMention.sentences("")).containsExactly("");
    }

    /** Sentences without a stem are not looked at closely, so that each of the words has to have one, however it is written. */
    @Test
    void eachWayOfSayingItHasAStem() {
        for (String way : Words.list("attachment-words.txt")) {
            assertThat(AttachmentMention.STEMS).as(way).anyMatch(stem -> way.replace("\\.", ".").contains(stem));
        }
        assertThat(AttachmentMention.in("Je vous ai mis une copie.")).isNotEmpty();
        assertThat(AttachmentMention.in("Sous ce pli, la facture.")).isEqualTo("sous ce pli");
        assertThat(AttachmentMention.in("La facture (p.j.)")).isNotEmpty();
    }
}
