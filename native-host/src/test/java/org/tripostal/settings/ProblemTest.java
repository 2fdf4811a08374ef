package org.tripostal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void whatIsWrongAndWhatToDoAreTwoSentences() {
        assertThat(new Problem("a.drl", 3, "It reaches files", "Take it out.", 5, "    java.io.File").shown())
                .isEqualTo("a.drl:3:5: It reaches files. Take it out.\n        java.io.File\n        ^");
        assertThat(new Problem("a.drl", 3, "It came to no end. ", "Look for a loop.").shown()).isEqualTo("a.drl:3: It came to no end. Look for a loop.");
        assertThat(new Problem("a.drl", 0, "there is no such file or folder", "").shown()).isEqualTo("a.drl: there is no such file or folder");
    }
}
