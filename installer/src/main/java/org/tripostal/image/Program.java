package org.tripostal.image;

import java.util.List;

/** The two ways into the same jars, and what each needs of the Java virtual machine. */
enum Program {

    /** What Thunderbird starts: one short-lived conversation after another, so a quick start and little memory count most. */
    HOST("tripostal-host", List.of("host"),
            List.of("-XX:TieredStopAtLevel=1", "-Xss512k",
                    // Starts small; the maximum has to hold the largest frame that the protocol allows, several times over.
                    "-Xms16m", "-Xmx512m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30")),

    /** The command line: may walk through a whole archive of mail, so it is left its optimising compiler. */
    COMMAND_LINE("tripostal", List.of(), List.of("-Xmx1g"));

    private final String fileName;
    private final List<String> arguments;
    private final List<String> flags;

    Program(String fileName, List<String> arguments, List<String> flags) {
        this.fileName = fileName;
        this.arguments = arguments;
        this.flags = flags;
    }

    String fileName() {
        return fileName;
    }

    /** The words that come before the user's own. */
    List<String> arguments() {
        return arguments;
    }

    List<String> flags() {
        return flags;
    }
}
