package org.tripostal.engine.compile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.tripostal.engine.RuleInfo;

/** Compiles one DRL file, by itself, to classes of the executable model. */
final class RuleCompiler {

    /**
     * What a file became.
     *
     * @param models the generated classes to load
     * @param classes all generated classes, by their path in a jar
     * @param rules what the source says of its rules
     */
    record Compiled(List<String> models, Map<String, byte[]> classes, List<RuleInfo> rules) {}

    /**
     * What came of trying to compile a source.
     *
     * @param errors what the compiler says; empty where it compiles
     * @param models the generated classes to load
     * @param classes all generated classes, by their path in a jar
     */
    record Attempt(List<Message> errors, List<String> models, Map<String, byte[]> classes) {
        boolean succeeded() {
            return errors.isEmpty();
        }
    }

    private RuleCompiler() {}

    /**
     * Compiles one file of a built-in pack.
     *
     * @param pack the pack it belongs to
     * @param file its name in errors
     * @param drl its text
     * @param firstPlace the place of its first rule among all rules
     * @throws CompileException where it does not compile; the message holds all errors
     */
    static Compiled compile(String pack, String file, String drl, int firstPlace) throws CompileException {
        List<RuleInfo> rules = DrlReader.read(pack, file, drl, firstPlace);
        Attempt attempt = attempt(file, drl);
        if (!attempt.succeeded()) {
            throw new CompileException(file, attempt.errors().stream()
                    .map(message -> new SourceLines(drl).error(message.getLine(), 0, "compiler", Map.of("detail", message.getText()))).toList());
        }
        return new Compiled(attempt.models(), attempt.classes(), rules);
    }

    /** Compiles a source by itself. */
    static Attempt attempt(String file, String drl) {
        KieServices services = KieServices.get();
        KieFileSystem sources = services.newKieFileSystem();
        sources.write("src/main/resources/" + (file.endsWith(".drl") ? file : file + ".drl"), BecauseAnnotations.blanked(drl));
        KieBuilder builder = services.newKieBuilder(sources).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            return new Attempt(builder.getResults().getMessages(Message.Level.ERROR), List.of(), Map.of());
        }
        List<String> models = new ArrayList<>();
        Map<String, byte[]> classes = new LinkedHashMap<>();
        byte[] jar = ((InternalKieModule) builder.getKieModule()).getBytes();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().endsWith("/drools-model")) {
                    // The first line is the version of the model, each other line a class.
                    new String(entries.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().skip(1).forEach(models::add);
                } else if (entry.getName().endsWith(".class") && !entry.getName().startsWith("org/drools/project/")) {
                    classes.put(entry.getName(), entries.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the compiled rules of " + file + " cannot be read back", e);
        } finally {
            services.getRepository().removeKieModule(builder.getKieModule().getReleaseId());
        }
        return new Attempt(List.of(), models, classes);
    }
}
