package org.tripostal.engine.compile;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kie.api.KieBase;
import org.tripostal.action.Action;
import org.tripostal.engine.RuleIndex;
import org.tripostal.engine.RuleInfo;
import org.tripostal.engine.user.CompilerStamp;
import org.tripostal.language.OwnText;
import org.tripostal.mail.IncomingMessage;

/** Compiles the built-in packs when the program is built: {@code PackCompiler <packs folder> <output folder>}. */
public final class PackCompiler {

    private PackCompiler() {}

    /** Writes the classes and their index; ends with status 1 and every error on standard error where a file does not compile. */
    public static void main(String[] args) throws IOException {
        Path packs = Path.of(args[0]);
        Path output = Path.of(args[1]);
        List<RuleIndex.CompiledModel> models = new ArrayList<>();
        List<RuleInfo> rules = new ArrayList<>();
        boolean failed = false;
        for (Path drl : drlFiles(packs)) {
            Path file = packs.relativize(drl);
            String pack = file.getName(0).toString();
            try {
                RuleCompiler.Compiled compiled =
                        RuleCompiler.compile(pack, file.toString().replace('\\', '/'), Files.readString(drl), rules.size());
                for (Map.Entry<String, byte[]> entry : compiled.classes().entrySet()) {
                    Path target = output.resolve(entry.getKey());
                    Files.createDirectories(target.getParent());
                    Files.write(target, entry.getValue());
                }
                compiled.models().forEach(model -> models.add(new RuleIndex.CompiledModel(pack, model)));
                rules.addAll(compiled.rules());
            } catch (CompileException e) {
                System.err.println(e.getMessage());
                failed = true;
            }
        }
        if (failed) {
            System.exit(1);
        }
        Files.createDirectories(output.resolve(CompilerStamp.RESOURCE).getParent());
        Files.writeString(output.resolve(CompilerStamp.RESOURCE), stamp(output));
        Path index = output.resolve(RuleIndex.RESOURCE);
        Files.createDirectories(index.getParent());
        try (OutputStream out = Files.newOutputStream(index)) {
            new RuleIndex(models, rules).write(out);
        }
    }

    /** A digest of the facts and actions, of this compiler with what it refuses, and of Drools' version. */
    private static String stamp(Path output) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        digest.update(placeOf(KieBase.class).getFileName().toString().getBytes(StandardCharsets.UTF_8)); // such as kie-api-10.2.0.jar
        for (Path classes : List.of(classesOf(IncomingMessage.class), classesOf(Action.class), classesOf(OwnText.class), output.resolve("org/tripostal/engine"))) {
            try (Stream<Path> files = Files.walk(classes)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(classes.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Path classesOf(Class<?> type) throws IOException {
        Path place = placeOf(type);
        // During the package phase the facts are in a jar.
        return (Files.isDirectory(place) ? place : FileSystems.newFileSystem(place).getPath("/")).resolve(type.getPackageName().replace('.', '/'));
    }

    private static Path placeOf(Class<?> type) throws IOException {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static List<Path> drlFiles(Path packs) throws IOException {
        try (Stream<Path> files = Files.walk(packs)) {
            return files.filter(file -> file.toString().endsWith(".drl")).sorted().toList();
        }
    }
}
