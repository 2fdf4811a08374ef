package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;

/** A displayed message says which rule put it there, the sentence, the words that matched, and who lost. */
class WhyIT extends EndToEnd {

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\nann@example.org,Family\n");
    }

    @AfterEach
    void closeWhatIsOpen() throws IOException {
        addon.closePopups();
        reader.closeTabs();
    }

    @Test
    void theRuleTheSentenceAndTheWordsThatMatched() throws Exception {
        Letter letter = deliver(Letter.from("Ann <ann@example.org>"));
        awaitIn("Family", letter);
        awaitIdle();
        AddonPage why = reader.askWhy(letter, "account1", "/Family");
        assertThat(why.text("#actions .action[data-rule='Sort by sender'] .did")).isEqualTo("Moved to Family");
        assertThat(why.text("#actions .because")).isEqualTo("It comes from ann@example.org, which routes.csv sorts into “Family”.");
        assertThat(why.texts("#actions .because mark")).contains("ann@example.org");
        assertThat(why.texts("#lost .loser")).isEmpty();
    }

    @Test
    void whoLostAndToWhom() throws Exception {
        Letter letter = deliver(Letter.from("Ann <ann@example.org>").with("X-Spam-Flag", "YES").with("List-Id", "<users.lists.example.net>"));
        awaitIn("Junk", letter);
        awaitIdle();
        AddonPage why = reader.askWhy(letter, "account1", "/Junk");
        assertThat(why.text("#actions .action[data-rule='The server says it is spam'] .because")).contains("X-Spam-Flag: YES");
        assertThat(why.texts("#lost .loser .because")).hasSize(2)
                .anySatisfy(because -> assertThat(because).contains("ann@example.org"))
                .anySatisfy(because -> assertThat(because).contains("mailing list users"));
        assertThat(why.texts("#lost .lost-to")).allSatisfy(to -> assertThat(to).contains("The server says it is spam"));
        assertThat(why.texts("#evidence .evidence")).isNotEmpty();
    }

    @Test
    void ofAMessageThatNobodyTouchedWhatTheRulesWouldSay() throws Exception {
        Letter letter = deliver(Letter.from("Zoe <zoe@example.net>"));
        assertStays(letter);
        awaitIdle();
        AddonPage why = reader.askWhy(letter, "account1", "/INBOX");
        assertThat(why.text("#none")).contains("did nothing");
        why.click("#now");
        assertThat(why.text("#no-rule")).contains("would stay");
        assertThat(whereabouts()).containsEntry(letter.id(), "INBOX");
    }
}
