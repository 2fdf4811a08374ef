package org.tripostal.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tripostal.mail.IncomingMessage;

class AllowListTest {

    private static final AllowList ALLOWED = AllowList.instance();
    /**
     * What our own facts may use beyond what rules may: word lists come from resources, enumerations and records have their own machinery, and what was found out of the
     * beginnings of lines is kept for all threads.
     */
    private static final Set<String> OF_FACTS = Set.of(
            "java/io/InputStream", "java/io/InputStreamReader", "java/io/BufferedReader", "java/io/Reader", "java/io/UncheckedIOException",
            "java/lang/Class.getResourceAsStream", "java/lang/runtime/ObjectMethods", "java/lang/Record", "java/lang/AutoCloseable", "java/lang/Throwable.addSuppressed",
            "java/lang/Class.desiredAssertionStatus", "java/util/concurrent/ConcurrentHashMap");

    private static List<String> lines() throws IOException {
        try (InputStream in = AllowList.class.getResourceAsStream("allowed.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("@")).toList();
        }
    }

    @Test
    void everyClassAndMemberOnTheListExists() throws Exception {
        for (String line : lines()) {
            String name = line.substring(0, line.indexOf(':')).strip();
            if (name.contains("[")) {
                continue; // a numbered family
            }
            Class<?> type = Class.forName(name, false, AllowListTest.class.getClassLoader());
            for (String word : line.substring(line.indexOf(':') + 1).strip().split("\\s+")) {
                String member = word.replaceFirst("^-", "");
                if (!member.isEmpty() && !member.equals("*") && !member.equals("<init>")) {
                    assertThat(members(type)).as(name).contains(member);
                }
            }
        }
    }

    private static Set<String> members(Class<?> type) {
        Set<String> names = new TreeSet<>();
        Stream.of(type.getMethods()).forEach(method -> names.add(method.getName()));
        Stream.of(type.getFields()).forEach(field -> names.add(field.getName()));
        return names;
    }

    /** Nobody can write into what all rules share. */
    @Test
    void noAllowedClassHasAStaticFieldThatCanBeChanged() throws Exception {
        for (String line : lines()) {
            String name = line.substring(0, line.indexOf(':')).strip();
            if (!name.contains("[")) {
                for (Field field : Class.forName(name, false, AllowListTest.class.getClassLoader()).getFields()) {
                    boolean reached = ALLOWED.allowsMember(name.replace('.', '/'), field.getName());
                    assertThat(Modifier.isStatic(field.getModifiers()) && reached && !Modifier.isFinal(field.getModifiers())).as(field.toString()).isFalse();
                }
            }
        }
    }

    /** A rule may use all of our facts; so they must not reach further than rules may, whoever calls them. */
    @Test
    void ourFactsReachNoFurtherThanRules() throws Exception {
        List<String> beyond = new ArrayList<>();
        for (byte[] file : factClasses().values()) {
            ClassFile read = ClassFile.read(file);
            read.members().stream()
                    .filter(member -> !member.owner().startsWith("[") && !member.owner().startsWith("org/tripostal/"))
                    .filter(member -> !ALLOWED.allowsMember(member.owner(), member.name()) && !ALLOWED.allowsBootstrap(member.owner(), member.name()))
                    .filter(member -> !OF_FACTS.contains(member.owner()) && !OF_FACTS.contains(member.owner() + "." + member.name()))
                    .forEach(member -> beyond.add(read.name() + " uses " + member.owner() + "." + member.name()));
        }
        assertThat(beyond).isEmpty();
    }

    @Test
    void ourFactsShareNothingThatCanBeChanged() throws Exception {
        for (String name : factClasses().keySet()) {
            for (Field field : Class.forName(name, false, AllowListTest.class.getClassLoader()).getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && !Modifier.isPrivate(field.getModifiers()) && !field.isSynthetic()) {
                    assertThat(Modifier.isFinal(field.getModifiers()) && !field.getType().isArray()).as(field.toString()).isTrue();
                }
            }
        }
    }

    /** The classes of the module that our facts are in, by name: in a folder, or where the module was packed already in a jar. */
    private static Map<String, byte[]> factClasses() throws Exception {
        Path place = Path.of(IncomingMessage.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Map<String, byte[]> classes = new TreeMap<>();
        if (Files.isDirectory(place)) {
            addClasses(place, classes);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                addClasses(jar.getPath("/"), classes);
            }
        }
        assertThat(classes).containsKey(IncomingMessage.class.getName()).hasSizeGreaterThan(50);
        return classes;
    }

    private static void addClasses(Path folder, Map<String, byte[]> classes) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class") && !path.endsWith("package-info.class")).toList()) {
                classes.put(folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), ".").replaceFirst("\\.class$", ""), Files.readAllBytes(file));
            }
        }
    }
}
