package org.tripostal.image;

import java.util.List;

/** The ways into the jars, and what each needs of the Java virtual machine. */
enum Program {

    /** What Thunderbird starts: one short-lived conversation after another, so a quick start and little memory count most. */
    HOST("tripostal-host", "org.tripostal.Main", List.of("host"),
            List.of("-XX:TieredStopAtLevel=1", "-Xss512k",
                    // Starts small; the maximum has to hold the largest frame that the protocol allows, several times over. What is young has room for a good part of what
                    // a start makes, so that little is collected before the first answer; all of it is resident memory, so there is no more of it.
                    "-Xms14m", "-Xmn8m", "-Xmx512m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30", "-XX:-ShrinkHeapInSteps",
                    // Most of what a start calls is never called again: compiling it takes more time than it saves. What goes on being called is compiled soon enough.
                    "-XX:CompileThresholdScaling=5")),

    /**
     * The command line: over within a second for some thousand messages, in which the optimising compiler takes more time than it saves (measured: a third
     * more in all), and what is compiled early saves more than it takes. What is young is soon thrown away, so a small space for it is used over and over instead of
     * touching new memory.
     */
    COMMAND_LINE("tripostal", "org.tripostal.Main", List.of(), List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=0.3", "-Xms32m", "-Xmn8m", "-Xmx1g")),

    /** What the other two start to compile the user's rules: short-lived, with the Drools compiler, which they do not carry. */
    COMPILER("tripostal-compiler", "org.tripostal.engine.compile.CompileRules", List.of(), List.of("-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmx768m"));

    private final String fileName;
    private final String mainClass;
    private final List<String> arguments;
    private final List<String> flags;

    Program(String fileName, String mainClass, List<String> arguments, List<String> flags) {
        this.fileName = fileName;
        this.mainClass = mainClass;
        this.arguments = arguments;
        this.flags = flags;
    }

    String fileName() {
        return fileName;
    }

    String mainClass() {
        return mainClass;
    }

    /** The class that runs in the training: the command line does several commands in it. */
    String rehearsal() {
        return this == COMMAND_LINE ? "org.tripostal.command.Rehearsal" : mainClass;
    }

    /** The words that come before the user's own. */
    List<String> arguments() {
        return arguments;
    }

    List<String> flags() {
        return flags;
    }
}
