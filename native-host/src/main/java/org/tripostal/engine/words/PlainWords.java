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
import org.drools.drl.parser.lang.ExpanderException;
import org.drools.drl.parser.lang.dsl.DefaultExpander;
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

    private PlainWords() {}

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
        String framed = text.lines().map(PlainWords::framed).collect(Collectors.joining("\n", "", "\n"));
        DefaultExpander expander = new DefaultExpander();
        for (SentenceList list : lists) {
            expander.addDSLMapping(list.mapping());
        }
        String drl = expander.expand(framed);
        List<RuleError> errors = new ArrayList<>();
        for (ExpanderException error : expander.getErrors()) {
            errors.add(unknown(framed, error.getLine(), lists));
        }
        return new Expanded(withImports(drl), errors);
    }

    /** A line with the frame of its rule as DRL writes it. */
    private static String framed(String line) {
        String stripped = line.stripLeading();
        String word = stripped.split("[\\s\"]", 2)[0];
        String keyword = KEYWORDS.get(word);
        boolean alone = stripped.strip().equals(word);
        return keyword != null && (alone || "rule".equals(keyword)) ? line.replaceFirst(Pattern.quote(word), keyword) : line;
    }

    private static RuleError unknown(String text, int number, List<SentenceList> lists) {
        List<String> lines = text.lines().toList();
        String line = number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
        String before = String.join("\n", lines.subList(0, Math.max(0, Math.min(number - 1, lines.size()))));
        boolean condition = lastLineOf(before, "then") <= lastLineOf(before, "rule") || lastLineOf(before, "when") > lastLineOf(before, "then");
        List<String> nearest = Nearest.to(line.strip(), lists.stream()
                .flatMap(list -> list.sentences().stream())
                .filter(sentence -> sentence.condition() == condition)
                .map(SentenceList.Sentence::shown)
                .toList());
        String key = condition ? "unknownCondition" : "unknownDecision";
        int column = line.length() - line.stripLeading().length() + 1;
        return new RuleError(number, column, line, key, Map.of("sentence", line.strip(), "nearest", String.join("   ", nearest)));
    }

    private static int lastLineOf(String text, String keyword) {
        Matcher found = Pattern.compile("(?m)^\\s*" + keyword + "\\b").matcher(text);
        int last = -1;
        while (found.find()) {
            last = found.start();
        }
        return last;
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
