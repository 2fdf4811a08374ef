package org.tripostal.engine.guard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.tripostal.Came;
import org.tripostal.mail.Body;
import org.tripostal.mail.Header;

/** Compiles and runs a rule file as Drools does, without any guard. */
final class Unguarded {

    /** What became of a file. */
    record Compiled(List<String> models, Map<String, byte[]> classes) {}

    /** What was there after the rules had fired. */
    record Outcome(int fired, Collection<?> facts, List<?> deleted) {}

    private Unguarded() {}

    /** For attacks that end the program: runs the file named. */
    public static void main(String[] arguments) throws Exception {
        run(compile(Files.readString(Path.of(arguments[0]))), PlainLoader::new);
    }

    static Compiled compile(String drl) throws IOException {
        KieServices services = KieServices.get();
        KieFileSystem sources = services.newKieFileSystem();
        sources.write("src/main/resources/attack.drl", drl);
        KieBuilder builder = services.newKieBuilder(sources).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalArgumentException(builder.getResults().getMessages(Message.Level.ERROR).toString());
        }
        List<String> models = new ArrayList<>();
        Map<String, byte[]> classes = new LinkedHashMap<>();
        try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(((InternalKieModule) builder.getKieModule()).getBytes()))) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (entry.getName().endsWith("/drools-model")) {
                    new String(jar.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).forEach(models::add);
                } else if (entry.getName().endsWith(".class") && !entry.getName().startsWith("org/drools/project/")) {
                    classes.put(entry.getName(), jar.readAllBytes());
                }
            }
        }
        services.getRepository().removeKieModule(builder.getKieModule().getReleaseId());
        return new Compiled(models, classes);
    }

    /** Lets the rules judge a message with a header and a text. */
    static Outcome run(Compiled compiled, BiFunction<Map<String, byte[]>, ClassLoader, ClassLoader> loading) throws ReflectiveOperationException {
        ClassLoader loader = loading.apply(compiled.classes(), Unguarded.class.getClassLoader());
        List<Model> models = new ArrayList<>();
        for (String model : compiled.models()) {
            models.add((Model) loader.loadClass(model).getConstructor().newInstance());
        }
        KieSession session = KieBaseBuilder.createKieBaseFromModel(models).newKieSession();
        try {
            List<Object> facts = List.of(new Header("x-attack", "set"), new Body("Hello", "", List.of()), Came.from("ann@example.org").message());
            List<FactHandle> handles = facts.stream().map(session::insert).toList();
            int fired = session.fireAllRules(100);
            List<Object> deleted = new ArrayList<>();
            for (int i = 0; i < handles.size(); i++) {
                if (session.getObject(handles.get(i)) == null) {
                    deleted.add(facts.get(i));
                }
            }
            return new Outcome(fired, new ArrayList<>(session.getObjects()), deleted);
        } finally {
            session.dispose();
        }
    }

    /** Loads whatever a rule asks for. */
    static final class PlainLoader extends ClassLoader {

        private final Map<String, byte[]> classes;

        PlainLoader(Map<String, byte[]> classes, ClassLoader parent) {
            super(parent);
            this.classes = classes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] own = classes.get(name.replace('.', '/') + ".class");
            if (own == null) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : defineClass(name, own, 0, own.length);
        }
    }
}
