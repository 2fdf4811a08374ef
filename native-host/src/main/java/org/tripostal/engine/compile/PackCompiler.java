package org.tripostal.engine.compile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tripostal.engine.RuleIndex;
import org.tripostal.engine.RuleInfo;

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
        Path index = output.resolve(RuleIndex.RESOURCE);
        Files.createDirectories(index.getParent());
        try (OutputStream out = Files.newOutputStream(index)) {
            new RuleIndex(models, rules).write(out);
        }
    }

    private static List<Path> drlFiles(Path packs) throws IOException {
        try (Stream<Path> files = Files.walk(packs)) {
            return files.filter(file -> file.toString().endsWith(".drl")).sorted().toList();
        }
    }
}
