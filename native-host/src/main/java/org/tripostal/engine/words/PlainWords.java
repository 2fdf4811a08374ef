package org.tripostal.engine.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tripostal.engine.RuleError;

/**
 * Turns a file of plain words, {@code .dslr}, into DRL. Facts and actions need no import, and the words around a rule may be French: {@code règle},
 * {@code quand}, {@code alors}, {@code fin}. A line that begins with {@code >} is DRL as it stands.
 */
public final class PlainWords {

    private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w*\\b");
    private static final Pattern PACKAGE = Pattern.compile("\\s*package\\s+[\\w.]+\\s*;?");
    private static final List<String> PACKAGES = List.of("org.tripostal.mail.", "org.tripostal.action.");
    private static final Map<String, String> KEYWORDS = keywords();

    private final List<SentenceList.Sentence> sentences = new ArrayList<>();

    private PlainWords(List<SentenceList> lists) throws SentenceException {
        for (SentenceList list : lists) {
            sentences.addAll(list.sentences());
        }
    }

    /**
     * What a file became.
     *
     * @param drl its rules; each line is the line of the same number of the file
     * @param errors sentences that no list knows; where there are any, the rules are not complete
     */
    public record Expanded(String drl, List<RuleError> errors) {}

    /** Whether a file of this name is written in plain words. */
    public static boolean areIn(String fileName) {
        return fileName.endsWith(".dslr");
    }

    /**
     * Turns a file into DRL.
     *
     * @param text what it says
     * @param lists the lists of sentences to look in, the first that knows one counts
     * @throws SentenceException where a list is not to be understood
     */
    public static Expanded expand(String text, List<SentenceList> lists) throws SentenceException {
        return new PlainWords(lists).expanded(text);
    }

    private Expanded expanded(String text) {
        StringBuilder drl = new StringBuilder();
        List<RuleError> errors = new ArrayList<>();
        Part part = Part.OUTSIDE;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String framed = framed(line);
            Part next = part.after(framed);
            boolean sentence = next == part && part.sentences() && !framed.isBlank() && !framed.strip().startsWith("//");
            drl.append(sentence ? sentence(line, number, part, errors) : framed).append('\n');
            part = next;
        }
        return new Expanded(withImports(drl.toString()), errors);
    }

    /** Where in a file a line stands. */
    private enum Part {
        OUTSIDE, HEAD, CONDITIONS, DECISIONS;

        private static final Pattern WHEN = Pattern.compile("\\s*(?:rule\\b.*\\s)?when\\s*");

        boolean sentences() {
            return this == CONDITIONS || this == DECISIONS;
        }

        /** Where the next line stands. */
        Part after(String line) {
            String word = line.strip();
            if (this != DECISIONS && WHEN.matcher(line).matches()) {
                return CONDITIONS;
            }
            if (this == OUTSIDE) {
                return word.startsWith("rule") ? HEAD : OUTSIDE;
            }
            return "then".equals(word) ? DECISIONS : "end".equals(word) ? OUTSIDE : this;
        }
    }

    /** A line with the frame of its rule as DRL writes it. */
    private static String framed(String line) {
        String stripped = line.strip();
        String first = stripped.split("[\\s\"]", 2)[0];
        String last = stripped.substring(stripped.lastIndexOf(' ') + 1);
        if (KEYWORDS.containsKey(stripped)) {
            return line.replace(stripped, KEYWORDS.get(stripped));
        }
        if (!"rule".equals(KEYWORDS.getOrDefault(first, first))) {
            return line;
        }
        String head = line.replaceFirst(Pattern.quote(first), "rule");
        return "when".equals(KEYWORDS.get(last)) ? head.substring(0, head.lastIndexOf(last)) + "when" : head;
    }

    private String sentence(String line, int number, Part part, List<RuleError> errors) {
        String sentence = line.strip();
        String indent = line.substring(0, line.indexOf(sentence));
        if (sentence.startsWith(">")) {
            return indent + sentence.substring(1).strip();
        }
        boolean condition = part == Part.CONDITIONS;
        for (SentenceList.Sentence known : sentences) {
            if (known.condition() == condition && known.matches(sentence)) {
                return indent + known.expand(sentence);
            }
        }
        List<String> nearest = Nearest.to(sentence, sentences.stream().filter(known -> known.condition() == condition).map(SentenceList.Sentence::shown).toList());
        errors.add(new RuleError(number, indent.length() + 1, line, (condition ? "unknownCondition" : "unknownDecision") + (nearest.isEmpty() ? ".none" : ""),
                Map.of("sentence", sentence, "nearest", String.join("   ", nearest))));
        return indent;
    }

    /** Imports of the facts and actions that are named, on the first line, so that each line keeps its number. */
    private static String withImports(String drl) {
        TreeSet<String> imports = new TreeSet<>();
        Matcher type = TYPE.matcher(drl);
        while (type.find()) {
            imports.addAll(PACKAGES.stream().map(name -> name + type.group()).filter(PlainWords::exists).toList());
        }
        String all = imports.stream().filter(name -> !drl.contains("import " + name)).map(name -> "import " + name + "; ").collect(Collectors.joining());
        Matcher own = PACKAGE.matcher(drl);
        return own.lookingAt() ? own.group() + "; " + all + drl.substring(own.end()) : all + drl;
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name, false, PlainWords.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Map<String, String> keywords() {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(PlainWords.class.getResourceAsStream("keywords.properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.stringPropertyNames().stream().collect(Collectors.toMap(word -> word, words::getProperty));
    }
}
