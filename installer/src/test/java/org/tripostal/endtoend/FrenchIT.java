package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Await;
import org.tripostal.driver.ComposeWindow;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;
import org.tripostal.driver.Mailbox.Held;

/** A French Thunderbird: the host gives its reasons in French too. */
class FrenchIT extends EndToEnd {

    @Override
    String language() {
        return "fr";
    }

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\n@mairie.example,Mairie/Réunions\n");
    }

    @Test
    void whyAMessageWasSorted() throws Exception {
        Letter letter = deliver(Letter.from("La mairie <accueil@mairie.example>"));
        awaitIn("Mairie/Réunions", letter);
        assertThat(because(letter)).startsWith("il vient de mairie.example, que routes.csv range dans").contains("Mairie/Réunions");
    }

    @Test
    void whyAMessageIsHeld() throws Exception {
        ComposeWindow window = ComposeWindow.open(thunderbird, Map.of("to", List.of("anne@amis.example"), "subject", "",
                "isPlainText", true, "plainTextBody", "Bonjour Anne,\n\nà lundi !\n\nBien à toi\nMoi\n"));
        window.send();
        AddonPage review = window.review().awaitOpen();
        assertThat(review.text("body[data-ready='true'] .because")).isEqualTo("L'objet est vide.");
        assertThat(review.text("#send")).contains("quand même");
        review.click("#send");
        window.awaitClosed();
        assertThat(Await.until("the message", Duration.ofSeconds(10), () -> stage.server().mailboxOf("anne@amis.example").in("INBOX"),
                held -> !held.isEmpty())).extracting(Held::subject).containsExactly("(sans objet)");
    }
}
