package org.tripostal.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the self-contained image: {@code bin/} (launchers), {@code lib/} (jars and start-up archives) and {@code runtime/}
 * (a Java of its own). Run by Maven in the {@code package} phase; what has not changed since the last run is left as it is.
 *
 * <p>Arguments: a file with the class path of the jars to ship, one with that of the compiler of rules, the folder of the golden exchanges to train on, the image folder.
 */
public final class BuildImage {

    private BuildImage() { }

    public static void main(String[] args) throws IOException {
        if (args.length != 4) {
            throw new IllegalArgumentException("usage: BuildImage CLASSPATH-FILE COMPILER-CLASSPATH-FILE GOLDEN-EXCHANGES IMAGE");
        }
        Jars jars = Jars.listedIn(Path.of(args[0]));
        Jars compilerJars = Jars.listedIn(Path.of(args[1])).without(jars);
        Path exchanges = Path.of(args[2]);
        Path image = Path.of(args[3]).toAbsolutePath();

        RuntimeImage runtime = RuntimeImage.linkedInto(image.resolve("runtime"));
        Path lib = image.resolve("lib");
        Stamp stamp = Stamp.of(image.resolveSibling("image.stamp"),
                runtime.stamp(), jars.stamp(), compilerJars.stamp(), Stamp.ofFolder(exchanges), Stamp.ofClass(BuildImage.class));
        if (stamp.isCurrent()) {
            System.out.println("The image " + image + " is up to date.");
            return;
        }
        stamp.clear();
        List<Path> classPath = jars.copyTo(lib);
        NativeLibrary.copyInto(lib, classPath.stream().filter(jar -> jar.getFileName().toString().startsWith("sqlite-jdbc-")).findFirst().orElseThrow());
        List<Path> withCompiler = new ArrayList<>(classPath);
        withCompiler.addAll(compilerJars.copyTo(lib.resolve("compiler")));
        List<StartLine> starts = new ArrayList<>();
        for (Program program : Program.values()) {
            StartLine start = new StartLine(runtime, program == Program.COMPILER ? withCompiler : classPath, program, runtime.archiveOf(lib, program));
            Launcher.write(start, image.resolve("bin").resolve(program.fileName()));
            starts.add(start);
        }
        // The host starts the compiler, so all programs are there before the first is trained.
        for (StartLine start : starts) {
            if (start.canHaveArchive()) {
                Training training = new Training(exchanges, image.resolveSibling("training"));
                Path launcher = image.resolve("bin").resolve(start.program().fileName());
                System.out.println(training.makeArchive(start, launcher));
                System.out.println(training.proveArchive(start, launcher));
            }
        }
        stamp.write();
        System.out.println("Image: " + image + ", with Java " + runtime.feature());
    }
}
