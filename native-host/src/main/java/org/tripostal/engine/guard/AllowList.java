package org.tripostal.engine.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What rules may use: class by class and member by member, as {@code allowed.txt} beside this class says. What is not written there is not allowed. */
final class AllowList {

    private static final Pattern RANGE = Pattern.compile("(.+)\\[(\\d+)-(\\d+)](.*)");
    private static final AllowList INSTANCE = read();

    private final Map<String, Members> classes = new HashMap<>();
    private final Set<String> supertypes = new HashSet<>();
    private final Set<String> mentioned = new HashSet<>();
    private final Set<String> bootstraps = new HashSet<>();
    private final Set<String> never = new HashSet<>();
    private final Set<String> factPackages = new HashSet<>();
    private final Set<String> importPackages = new HashSet<>();
    private final Map<String, Boolean> facts = new ConcurrentHashMap<>();

    /**
     * The members of a class that rules may use.
     *
     * @param all whether all, save those named
     * @param named those that are allowed, or, where all are, those that are not
     */
    private record Members(boolean all, Set<String> named) {

        boolean allow(String name) {
            return all != named.contains(name);
        }
    }

    static AllowList instance() {
        return INSTANCE;
    }

    /** Whether rules may name this class, with slashes. */
    boolean allowsClass(String name) {
        return classes.containsKey(name) || isFact(name);
    }

    /** Whether rules may use this member of a class, with slashes. */
    boolean allowsMember(String owner, String member) {
        if (never.contains(member)) {
            return false;
        }
        Members members = classes.get(owner);
        return members != null ? members.allow(member) : isFact(owner);
    }

    /** Whether a class of a rule file may extend or implement this one, with slashes. */
    boolean allowsSupertype(String name) {
        return supertypes.contains(name);
    }

    /** Whether this class, with slashes, may stand in the type of a member; code can do nothing with it by that. */
    boolean allowsMention(String name) {
        return allowsClass(name) || mentioned.contains(name);
    }

    /** Whether an {@code invokedynamic} instruction may be linked by this method. */
    boolean allowsBootstrap(String owner, String member) {
        return bootstraps.contains(owner + "." + member);
    }

    /** Whether {@code import name.*} is fit for rules. */
    boolean allowsImportOf(String dottedPackage) {
        return importPackages.contains(dottedPackage) || factPackages.contains(dottedPackage.replace('.', '/'));
    }

    /** Facts and actions are ours: every public class that is really there. */
    private boolean isFact(String name) {
        int slash = name.lastIndexOf('/');
        return slash > 0 && factPackages.contains(name.substring(0, slash)) && facts.computeIfAbsent(name, AllowList::isPublicClass);
    }

    private static boolean isPublicClass(String name) {
        try {
            Class<?> type = Class.forName(name.replace('/', '.'), false, AllowList.class.getClassLoader());
            return Modifier.isPublic(type.getModifiers());
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static AllowList read() {
        AllowList list = new AllowList();
        try (InputStream in = AllowList.class.getResourceAsStream("allowed.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String entry = line.strip();
                if (!entry.isEmpty() && !entry.startsWith("#")) {
                    list.add(entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return list;
    }

    private void add(String entry) {
        int colon = entry.indexOf(':');
        if (colon < 0) {
            throw new IllegalStateException("allowed.txt: no colon in “" + entry + "”");
        }
        String subject = entry.substring(0, colon).strip();
        Set<String> words = new HashSet<>(Set.of(entry.substring(colon + 1).strip().split("\\s+")));
        words.remove("");
        switch (subject) {
            case "@supertypes" -> words.forEach(word -> supertypes.addAll(numbered(slashed(word))));
            case "@mentioned" -> words.forEach(word -> mentioned.addAll(numbered(slashed(word))));
            case "@bootstraps" -> words.forEach(word -> bootstraps.add(slashed(word.substring(0, word.lastIndexOf('.'))) + word.substring(word.lastIndexOf('.'))));
            case "@never" -> never.addAll(words);
            case "@facts" -> words.forEach(word -> factPackages.add(slashed(word)));
            case "@imports" -> importPackages.addAll(words);
            default -> {
                boolean all = words.remove("*");
                Members members = new Members(all, all ? without(words) : words);
                for (String name : numbered(slashed(subject))) {
                    if (classes.put(name, members) != null) {
                        throw new IllegalStateException("allowed.txt: " + name + " stands there twice");
                    }
                }
            }
        }
    }

    /** {@code * -exit -halt}: all but those. */
    private static Set<String> without(Set<String> words) {
        Set<String> names = new HashSet<>();
        for (String word : words) {
            if (!word.startsWith("-")) {
                throw new IllegalStateException("allowed.txt: beside * there can only be -names, not " + word);
            }
            names.add(word.substring(1));
        }
        return names;
    }

    /** {@code Name[0-9]}: Name0 to Name9. */
    private static List<String> numbered(String name) {
        Matcher range = RANGE.matcher(name);
        if (!range.matches()) {
            return List.of(name);
        }
        return IntStream.rangeClosed(Integer.parseInt(range.group(2)), Integer.parseInt(range.group(3)))
                .mapToObj(number -> range.group(1) + number + range.group(4))
                .toList();
    }

    private static String slashed(String dotted) {
        return dotted.replace('.', '/');
    }
}
