package org.tripostal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.tripostal.mail.Body;
import org.tripostal.mail.Link;

class FirstMessageTest {

    @Test
    void theMessageThatPreparesTheStartIsReadInFullItsHtmlToo() throws JsonProcessingException {
        assertThat(FirstMessage.read().facts())
                .anySatisfy(fact -> assertThat(fact).isInstanceOfSatisfying(Body.class, body -> assertThat(body.getText()).contains("Hello, here it is.")))
                .anySatisfy(fact -> assertThat(fact).isInstanceOf(Link.class));
    }
}
