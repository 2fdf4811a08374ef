package org.tripostal.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How teachers, students, associations and colleagues write, in French and English: the files beside this class hold the texts. */
class VarietyTest {

    private static final String TEXT_FR = "\n\nJe reviens vers vous au sujet de la sortie de jeudi.\nLe car part à huit heures devant le gymnase.\n";
    private static final String TEXT_EN = "\n\nI am writing about the trip on Thursday.\nThe coach leaves at eight in front of the gym.\n";

    static List<String> greetings() throws IOException {
        return Samples.lines("samples/greetings.txt");
    }

    static List<String> noGreetings() throws IOException {
        return Samples.lines("samples/no-greetings.txt");
    }

    static List<String> closings() throws IOException {
        return Samples.lines("samples/closings.txt");
    }

    static List<String> noClosings() throws IOException {
        return Samples.lines("samples/no-closings.txt");
    }

    static List<String> announcements() throws IOException {
        return Samples.lines("samples/announcements.txt");
    }

    static List<String> noAnnouncements() throws IOException {
        return Samples.lines("samples/no-announcements.txt");
    }

    static List<String> mails() throws IOException {
        return Samples.of("samples/mails.txt");
    }

    @ParameterizedTest
    @MethodSource("greetings")
    void itGreets(String opening) {
        assertThat(Greeting.in(opening + TEXT_FR)).isNotEmpty();
        assertThat(Greeting.in(opening + TEXT_EN)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("noGreetings")
    void itDoesNotGreet(String opening) {
        assertThat(Greeting.in(opening + TEXT_FR)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("closings")
    void itTakesLeave(String ending) {
        assertThat(Closing.in(OwnText.of("Bonjour," + TEXT_FR + "\n" + ending))).isNotEmpty();
        assertThat(Closing.in(OwnText.of("Hello," + TEXT_EN + "\n" + ending))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("noClosings")
    void itDoesNotTakeLeave(String ending) {
        assertThat(Closing.in(OwnText.of("Bonjour," + TEXT_FR + "\n" + ending))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("announcements")
    void itAnnouncesAnAttachment(String text) {
        assertThat(AttachmentMention.in(text)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("noAnnouncements")
    void itAnnouncesNone(String text) {
        assertThat(AttachmentMention.in(text)).isEmpty();
    }

    /** The writer's own lines begin with {@code @} in the files, and all others must go. */
    @ParameterizedTest
    @MethodSource("mails")
    void onlyTheWritersOwnLinesStay(String mail) {
        List<String> own = mail.lines().filter(line -> line.startsWith("@")).map(line -> line.substring(1).strip()).filter(line -> !line.isEmpty()).toList();
        String text = mail.lines().map(line -> line.startsWith("@") ? line.substring(1) : line).reduce("", (a, b) -> a + b + "\n");
        assertThat(OwnText.of(text).lines().map(String::strip).filter(line -> !line.isEmpty()).toList()).isEqualTo(own);
    }
}
