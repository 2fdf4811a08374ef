package org.tripostal.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlColoursTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "<p style=\"color: red\">word</p>", "<P STYLE=\"COLOR:RED\">word</P>", "<font color=red>word</font>", "<FONT COLOR=\"Red\">word</FONT>",
        "<p style=\"&#99;olor: red\">word</p>", "<p style=\"c&#x6F;lor: red\">word</p>", "<p style=\"&#67;&#79;&#76;&#79;&#82;:red\">word</p>"})
    void aColourIsFoundHoweverItIsWritten(String html) {
        assertThat(HtmlColours.of(html)).isEqualTo(List.of("red"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<p>Hello</p>", "<p>the color red</p>", "<p style=\"margin: 0\">R&#233;sum&eacute;</p>", "<p style=\"background-color: red\">word</p>"})
    void whereNoneIsGivenThereIsNone(String html) {
        assertThat(HtmlColours.of(html)).isEmpty();
    }
}
