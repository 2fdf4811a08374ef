package org.tripostal.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a program is started: said once, for the launcher and for the training run, because an archive fits only the very class
 * path and flags that it was made with.
 *
 * @param archive the start-up archive
 */
record StartLine(RuntimeImage runtime, List<Path> classPath, Program program, Path archive) {

    /** The flags, without the one that names the archive. */
    List<String> flags() {
        List<String> flags = new ArrayList<>(program.flags());
        flags.add("-XX:+UseSerialGC");
        if (runtime.hasAotCache()) {
            // Compiling at once what was compiled in the training takes more time than it saves (measured: a tenth of the processor time of a start).
            flags.add("-XX:+UnlockDiagnosticVMOptions");
            flags.add("-XX:-AOTReplayTraining");
        }
        if (runtime.hasAotCache() && System.getProperty("os.name").equals("Linux")) {
            // Each page of memory that is touched for the first time is a trap into the kernel, and a start touches ten thousand: the heap in large pages where the
            // system has them, and what is mapped at the start, the archive too, at one stroke.
            flags.add("-XX:+UseTransparentHugePages");
            flags.add("-XX:+AlwaysPreTouch");
        }
        // SQLite's driver is machine code; without leave, newer versions of Java warn about it at each start.
        flags.add("--enable-native-access=ALL-UNNAMED");
        // Standard output belongs to the wire: whatever the virtual machine has to say goes to standard error.
        flags.add("-Xlog:disable");
        flags.add("-XX:+DisplayVMOutputToStderr");
        // An archive that copying the image has made void costs time, but is no fault for every start to speak of.
        flags.add("-Xlog:all=error," + (runtime.hasAotCache() ? "aot*=off,cds*=off" : "cds*=off") + ":stderr");
        return flags;
    }

    /** Whether there can be an archive: a Java before the AOT cache crashes when it archives what the Eclipse compiler has loaded. */
    boolean canHaveArchive() {
        return program != Program.COMPILER || runtime.hasAotCache();
    }

    String archiveFlag() {
        return runtime.hasAotCache() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
    }

    String archiveMakingFlag() {
        return (runtime.hasAotCache() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive;
    }

    /** The command that makes the archive while doing the work of {@code arguments}. */
    List<String> trainingCommand(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(runtime.java().toString());
        command.addAll(flags());
        command.add(archiveMakingFlag());
        command.add("-cp");
        command.add(String.join(java.io.File.pathSeparator, classPath.stream().map(Path::toString).toList()));
        command.add(program.rehearsal());
        command.addAll(program.arguments());
        command.addAll(arguments);
        return command;
    }
}
