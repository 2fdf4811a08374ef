package org.tripostal.engine.user;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.drools.model.Model;
import org.tripostal.engine.RuleIndex;
import org.tripostal.engine.RuleInfo;

/** What became of one file of rules: its classes, in a class loader of their own, and what its source said. */
public final class CompiledRules {

    private final RuleIndex index;
    private final ClassLoader loader;

    private CompiledRules(RuleIndex index, Map<String, byte[]> classes) {
        this.index = index;
        this.loader = new Loader(classes);
    }

    /** The rules, in order. */
    public List<RuleInfo> rules() {
        return index.rules();
    }

    /**
     * The models to build a rule base from; new ones at each call, for a rule base keeps what it is given.
     *
     * @throws IllegalStateException where the classes cannot be loaded
     */
    public List<Model> models() {
        return index.models().stream().map(model -> instantiate(model.className())).toList();
    }

    private Model instantiate(String className) {
        try {
            return (Model) Class.forName(className, true, loader).getConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException("The compiled rules " + className + " cannot be loaded", e);
        }
    }

    /** A jar of these classes. */
    public static byte[] toJar(RuleIndex index, Map<String, byte[]> classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            index.write(json);
            Map<String, byte[]> entries = new TreeMap<>(classes);
            entries.put(RuleIndex.RESOURCE, json.toByteArray());
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a jar as {@link #toJar} wrote it.
     *
     * @throws IOException where it is none, or was damaged
     */
    public static CompiledRules ofJar(byte[] bytes) throws IOException {
        Map<String, byte[]> classes = new HashMap<>();
        RuleIndex index = null;
        try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                byte[] content = jar.readAllBytes();
                if (entry.getName().equals(RuleIndex.RESOURCE)) {
                    index = RuleIndex.read(new ByteArrayInputStream(content));
                } else if (entry.getName().endsWith(".class")) {
                    classes.put(entry.getName().replace('/', '.').substring(0, entry.getName().length() - ".class".length()), content);
                }
            }
        }
        if (index == null) {
            throw new IOException("not a jar of compiled rules");
        }
        return new CompiledRules(index, classes);
    }

    /** From memory: the file in the cache may go at any time. */
    private static final class Loader extends ClassLoader {

        static {
            registerAsParallelCapable();
        }

        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(CompiledRules.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
