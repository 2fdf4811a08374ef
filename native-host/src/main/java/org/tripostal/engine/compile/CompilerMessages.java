package org.tripostal.engine.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;
import org.kie.api.builder.Message;
import org.tripostal.engine.RuleError;

/**
 * What the compiler says of one rule, put where it belongs. It names classes that it has generated, and lines of these, or no line at all: the words that it speaks of are
 * looked up in the rule.
 */
final class CompilerMessages {

    private static final Pattern UNKNOWN_TYPE = Pattern.compile("(\\w+) cannot be resolved to a type");
    private static final Pattern UNKNOWN_VARIABLE = Pattern.compile("(\\$?\\w+) cannot be resolved(?: to a variable)?");
    private static final Pattern NO_CONSTRUCTOR = Pattern.compile("The constructor (\\w+)\\((.*)\\) is undefined");
    private static final Pattern NO_METHOD = Pattern.compile("The method (\\w+)\\((.*?)\\) is undefined for the type ([\\w<>.]+)");
    private static final Pattern NO_CLASS = Pattern.compile("Unable to find class: (\\w+)");
    private static final Pattern NO_FIELD = Pattern.compile("Unknown field (\\w+) on class (\\S+)");
    private static final Pattern NO_MEMBER = Pattern.compile("Method (\\w+) on (?:class )?(\\S+?)(?: with arguments .*)? is missing");
    private static final Pattern CONSEQUENCE = Pattern.compile("(?s)Unable to parse consequence caused by: \\(line (\\d+),col (\\d+)\\) (.*?)(?:\\nProblem stacktrace.*)?");
    private static final Pattern FOUND = Pattern.compile("(?s).*Found\\s+\"(.*?)\".*");
    private static final Pattern LEFT_PART = Pattern.compile("(?s)Unable to parse left part of expression: (.*)");
    private static final Pattern WORD = Pattern.compile("\\$?\\w+");

    private final Lint lint;
    private final Vocabulary vocabulary;
    private final SourceLines lines;
    private final RuleDescr rule;
    private final int lastLine;

    /** @param lastLine the last line that belongs to the rule */
    CompilerMessages(Lint lint, Vocabulary vocabulary, SourceLines lines, RuleDescr rule, int lastLine) {
        this.lint = lint;
        this.vocabulary = vocabulary;
        this.lines = lines;
        this.rule = rule;
        this.lastLine = lastLine;
    }

    /** The errors, each once, without those that speak of these names: they are told already, or follow from what was told. */
    List<RuleError> errors(List<Message> messages, Set<String> told) {
        Set<RuleError> errors = new LinkedHashSet<>();
        for (Message message : messages) {
            String text = message.getText();
            boolean repeats = text.startsWith("Java source of ") || told.stream().anyMatch(name -> speaksOf(text, name));
            if (!repeats) {
                errors.add(inWords(message, text));
            }
        }
        return new ArrayList<>(errors);
    }

    private static boolean speaksOf(String text, String name) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])").matcher(text).find();
    }

    private RuleError inWords(Message message, String text) {
        Matcher matcher;
        if ((matcher = CONSEQUENCE.matcher(text)).matches()) {
            return consequence(matcher);
        }
        if ((matcher = UNKNOWN_TYPE.matcher(text)).find() || (matcher = NO_CLASS.matcher(text)).find()) {
            Place place = find(matcher.group(1));
            return lint.unknownType(matcher.group(1), place.line(), place.column());
        }
        if ((matcher = NO_CONSTRUCTOR.matcher(text)).find()) {
            String type = matcher.group(1);
            String ways = vocabulary.type(type).map(Vocabulary::ways).orElse("");
            return at(find("new", type), ways.isEmpty() ? "noConstructor" : "noConstructor.ways", Map.of("type", type, "given", matcher.group(2), "ways", ways));
        }
        if ((matcher = NO_METHOD.matcher(text)).find() && !matcher.group(3).startsWith("Lambda")) {
            return at(find(matcher.group(1)), "noMethod", Map.of("name", matcher.group(1), "type", simple(matcher.group(3))));
        }
        if (matcher.reset().usePattern(NO_METHOD).find()) {
            return at(find(matcher.group(1)), "noFunction", Map.of("name", matcher.group(1)));
        }
        if ((matcher = NO_FIELD.matcher(text)).find() || (matcher = NO_MEMBER.matcher(text)).find()) {
            return at(find(matcher.group(1)), "noMethod", Map.of("name", matcher.group(1), "type", simple(matcher.group(2))));
        }
        if ((matcher = UNKNOWN_VARIABLE.matcher(text)).find()) {
            return at(find(matcher.group(1)), "unknownName", Map.of("name", matcher.group(1)));
        }
        if ((matcher = LEFT_PART.matcher(text)).matches()) {
            return at(find(firstWord(matcher.group(1))), "condition", Map.of("condition", matcher.group(1).strip()));
        }
        String detail = text.lines().findFirst().orElse("").strip();
        int line = message.getLine() > 0 && !String.valueOf(message.getPath()).endsWith(".java") ? message.getLine() : 0;
        return line > 0 ? lines.error(line, 0, "compiler", Map.of("detail", detail)) : at(anyWordOf(detail), "compiler", Map.of("detail", detail));
    }

    private RuleError consequence(Matcher matcher) {
        // Its first line is the one with "then", where the compiler has put a bracket of its own.
        int line = rule.getConsequenceLine() + Integer.parseInt(matcher.group(1)) - 1;
        Matcher found = FOUND.matcher(matcher.group(3));
        String word = found.matches() ? found.group(1) : "";
        // The place is that of the last word that the compiler could use: where the next one stands further down, what is missing is the end of this line.
        int place = lines.at(line).indexOf(word, Integer.parseInt(matcher.group(2)) - 1);
        boolean unended = !word.isEmpty() && matcher.group(3).contains("\";\"") && place < 0;
        if (word.equals("}") || line > lastLine || unended) {
            int last = line;
            while (last > rule.getConsequenceLine() && (lines.at(last).isBlank() || lines.at(last).strip().equals("end") || last > lastLine)) {
                last--;
            }
            return lines.error(last, lines.at(last).stripTrailing().length() + 1, "noSemicolon", Map.of());
        }
        return lines.error(line, (place < 0 ? lines.at(line).indexOf(word) : place) + 1, "unexpected", Map.of("word", word.isEmpty() ? matcher.group(3) : word));
    }

    private record Place(int line, int column) {}

    private RuleError at(Place place, String key, Map<String, String> values) {
        return lines.error(place.line(), place.column(), key, values);
    }

    /** Where all of these words stand on one line of the rule, at the last of them; the rule itself where they do not. */
    private Place find(String... words) {
        for (int line = rule.getLine(); line <= lastLine; line++) {
            String text = lines.at(line);
            int column = -1;
            for (String word : words) {
                Matcher matcher = Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])").matcher(text);
                column = matcher.find(Math.max(column, 0)) ? matcher.start() : -1;
                if (column < 0) {
                    break;
                }
            }
            if (column >= 0 && !text.strip().startsWith("//")) {
                return new Place(line, column + 1);
            }
        }
        return new Place(rule.getLine(), 0);
    }

    private Place anyWordOf(String detail) {
        Matcher word = WORD.matcher(detail);
        while (word.find()) {
            Place place = find(word.group());
            if (place.column() > 0 && place.line() > rule.getLine() && word.group().length() > 2 && !Set.of("the", "and", "type", "not", "for").contains(word.group())) {
                return place;
            }
        }
        return new Place(rule.getLine(), 0);
    }

    private static String firstWord(String expression) {
        Matcher word = WORD.matcher(expression);
        return word.find() ? word.group() : expression;
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
