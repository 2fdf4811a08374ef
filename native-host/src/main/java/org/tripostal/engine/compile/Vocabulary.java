package org.tripostal.engine.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.tripostal.action.Action;
import org.tripostal.mail.IncomingMessage;

/** What a rule may speak of: the types of facts and actions, their fields, and what people call them instead. */
final class Vocabulary {

    private static final int FAR = 3;

    private final Map<String, Class<?>> types = new TreeMap<>();
    private final Properties synonyms = new Properties();

    private Vocabulary() throws IOException, URISyntaxException {
        add(IncomingMessage.class);
        add(Action.class);
        try (InputStream in = Vocabulary.class.getResourceAsStream("synonyms.properties"); Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            synonyms.load(reader);
        }
    }

    /** The vocabulary of this program. */
    static Vocabulary read() {
        try {
            return new Vocabulary();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(Class<?> inPackage) throws IOException, URISyntaxException {
        Path place = Path.of(inPackage.getProtectionDomain().getCodeSource().getLocation().toURI());
        String folder = inPackage.getPackageName().replace('.', '/');
        List<String> names;
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.list(place.resolve(folder))) {
                names = files.map(file -> file.getFileName().toString()).toList();
            }
        } else {
            // Not by a file system of the jar: the runtime that is shipped has no such module.
            try (ZipFile jar = new ZipFile(place.toFile())) {
                names = jar.stream().map(entry -> entry.getName()).filter(name -> name.startsWith(folder + "/")).map(name -> name.substring(folder.length() + 1)).toList();
            }
        }
        names.forEach(name -> add(inPackage, name.replaceFirst("\\.class$", "")));
    }

    private void add(Class<?> inPackage, String name) {
        if (name.matches("[A-Z]\\w*")) {
            try {
                Class<?> type = Class.forName(inPackage.getPackageName() + "." + name, false, inPackage.getClassLoader());
                if (Modifier.isPublic(type.getModifiers())) {
                    types.put(name, type);
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The fact or action of this simple name. */
    Optional<Class<?>> type(String simpleName) {
        return Optional.ofNullable(types.get(simpleName));
    }

    /** What may be asked of a value of this type, sorted: fields by their names, other methods without parameters as they are called. */
    static Map<String, Class<?>> fields(Class<?> type) {
        Map<String, Class<?>> fields = new TreeMap<>();
        for (Method method : type.getMethods()) {
            String name = method.getName();
            boolean plain = method.getParameterCount() == 0 && method.getReturnType() != void.class && !Modifier.isStatic(method.getModifiers())
                    && method.getDeclaringClass() != Object.class && !name.equals("hashCode") && !name.equals("toString");
            if (plain) {
                fields.putIfAbsent(name, method.getReturnType());
                if (name.matches("get\\p{Lu}.*")) {
                    fields.put(decapitalised(name.substring(3)), method.getReturnType());
                } else if (name.matches("is\\p{Lu}.*")) {
                    fields.put(decapitalised(name.substring(2)), method.getReturnType());
                }
            }
        }
        return fields;
    }

    /** The fields as an author writes them. */
    static List<String> shownFields(Class<?> type) {
        return fields(type).keySet().stream().filter(name -> !name.matches("(get|is)\\p{Lu}.*")).toList();
    }

    /** How an object of this type is made, for example {@code new FileInto(folder)} or {@code Finding.ask(code)}. */
    static String ways(Class<?> type) {
        List<String> ways = new ArrayList<>();
        if (type.isRecord()) {
            ways.add("new " + type.getSimpleName() + "("
                    + Arrays.stream(type.getRecordComponents()).map(Vocabulary::shown).collect(Collectors.joining(", ")) + ")");
        }
        Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type)
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> ways.add(type.getSimpleName() + "." + method.getName() + "("
                        + Arrays.stream(method.getParameters()).map(Parameter::getType).map(Class::getSimpleName).collect(Collectors.joining(", ")) + ")"));
        return String.join(", ", ways);
    }

    private static String shown(RecordComponent component) {
        return component.getType().getSimpleName() + " " + component.getName();
    }

    /** The known type that was probably meant. */
    String nearestType(String word) {
        return nearest(word, types.keySet());
    }

    /** The one that was probably meant; empty where none is near. */
    String nearest(String word, Collection<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (String synonym : synonyms.getProperty(lower, "").split(",")) {
            if (known.contains(synonym)) {
                return synonym;
            }
        }
        return known.stream()
                .filter(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT)) <= Math.min(FAR, Math.max(1, word.length() / 3)))
                .min(Comparator.comparing(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT))))
                .orElse("");
    }

    private static String decapitalised(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** How many letters must be put in, left out or changed (Levenshtein). */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
