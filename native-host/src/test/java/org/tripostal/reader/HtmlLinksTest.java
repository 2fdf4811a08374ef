package org.tripostal.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tripostal.mail.Link;

class HtmlLinksTest {

    @Test
    void wordsAndTargetAreReadAsAReaderSeesThem() {
        assertThat(HtmlLinks.of("<p>See <A class=x HREF='https://a.example/?x=1&amp;y=2'>our <b>new</b>\n  gar<i>den</i><br>here&nbsp;&eacute;</A> and on.</p>"))
                .containsExactly(new Link("our new garden here é", "https://a.example/?x=1&y=2"));
    }

    @Test
    void aLinkThatIsNotClosedEndsAtTheNext() {
        assertThat(HtmlLinks.of("<a href=http://a.example>one <a href=http://b.example>two"))
                .extracting(Link::target).containsExactly("http://a.example", "http://b.example");
    }

    @Test
    void whatStandsInCommentsAndScriptsIsNoLink() {
        assertThat(HtmlLinks.of("<!-- <a href=http://a.example>x</a> --><script>'<a href=http://b.example>x</a>'</script><a name=top>top</a><a href=http://c.example>c</a>"))
                .containsExactly(new Link("c", "http://c.example"));
    }

    @Test
    void ofVeryManyTheFirstThousandAreTaken() {
        assertThat(HtmlLinks.of("<a href=http://a.example>x</a>".repeat(5_000))).hasSize(HtmlLinks.MOST);
    }
}
