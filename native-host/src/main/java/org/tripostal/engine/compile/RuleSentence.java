package org.tripostal.engine.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.tripostal.engine.Template;

/**
 * Says a rule as a sentence: “If the sender is “ann@example.org” and the subject contains “invoice”: file it into “Invoices”.” The words stand in
 * {@code rule-words*.properties}. What they do not cover is shown as it is written in the rule, never left out.
 */
final class RuleSentence {

    private static final String STRING = "\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"";
    private static final Pattern BOUND = Pattern.compile("^\\s*(\\$\\w+)\\s*:=?\\s*(.*)$", Pattern.DOTALL);
    private static final Pattern COMPARISON = Pattern.compile(
            "^\\s*([\\w.()$]+)\\s*(==|!=|<=|>=|<|>|not matches|matches|not contains|contains|not memberOf|memberOf|str\\[startsWith]|str\\[endsWith])\\s*(.+?)\\s*$",
            Pattern.DOTALL);
    private static final Pattern LITERAL_TEXT = Pattern.compile("^(?:\\(\\?\\w+\\))?(\\.\\*)?\\\\Q(.*?)\\\\E(\\.\\*)?$", Pattern.DOTALL);
    /** The same without quotation: words in which nothing is a sign of a pattern's. */
    private static final Pattern PLAIN_TEXT = Pattern.compile("^(?:\\(\\?\\w+\\))?(\\.\\*)?(?:\\\\b)?([\\p{L}\\p{N} _-]+)(?:\\\\b)?(\\.\\*)?$");
    private static final Pattern INSERTED = Pattern.compile(
            "insert\\s*\\(\\s*(?:new\\s+(\\w+)\\s*\\(|(Finding\\.\\w+)\\s*\\()([^\"();]*+(?:(?:" + STRING + "|\\([^()]*+\\))[^\"();]*+)*+)\\)\\s*\\)\\s*;");
    /** What was worked out is inserted, for other rules to look at. */
    private static final Pattern INSERTED_OTHERWISE = Pattern.compile("insert\\s*\\(\\s*\\$");
    private static final Pattern ARGUMENT = Pattern.compile("\\s*([^\",]*+(?:" + STRING + "[^\",]*+)*+)(?:,|$)");

    private final Locale locale;
    private final ResourceBundle words;
    private final Map<String, String> variables = new LinkedHashMap<>();

    private RuleSentence(Locale locale) {
        this.locale = locale;
        words = ResourceBundle.getBundle("org.tripostal.engine.compile.rule-words", locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The sentence by language, {@code en} and {@code fr}. */
    static Map<String, String> of(RuleDescr rule) {
        Map<String, String> sentences = new LinkedHashMap<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            sentences.put(locale.getLanguage(), new RuleSentence(locale).sentence(rule));
        }
        return sentences;
    }

    private String sentence(RuleDescr rule) {
        List<String> conditions = conditions(rule.getLhs());
        List<String> decisions = decisions(String.valueOf(rule.getConsequence()));
        String then = decisions.isEmpty() ? word("nothing") : String.join(word("then.and"), decisions);
        String said = conditions.isEmpty() ? say("always", Map.of("then", then)) : say("if", Map.of("if", joined(conditions, "and"), "then", then));
        for (String contraction : word("contractions").split(";")) {
            String[] words = contraction.split(">", 2);
            said = words.length == 2 ? said.replace(words[0], words[1]) : said;
        }
        return said;
    }

    private String joined(List<String> parts, String with) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + word(with) + parts.get(parts.size() - 1);
    }

    private List<String> conditions(ConditionalElementDescr group) {
        List<String> said = new ArrayList<>();
        for (Object part : group.getDescrs()) {
            said.addAll(condition((BaseDescr) part));
        }
        return said.stream().distinct().toList();
    }

    private List<String> condition(BaseDescr part) {
        if (part instanceof PatternDescr pattern) {
            return pattern(pattern);
        }
        if (part instanceof NotDescr not) {
            return List.of(say("none", Map.of("what", thing(not.getDescrs(), "no."))));
        }
        if (part instanceof ExistsDescr exists) {
            if (exists.getDescrs().size() == 1 && exists.getDescrs().get(0) instanceof PatternDescr pattern && has("there." + type(pattern)) && pattern.getDescrs().isEmpty()) {
                return List.of(word("there." + type(pattern)));
            }
            return List.of(say("some", Map.of("what", thing(exists.getDescrs(), "thing."))));
        }
        if (part instanceof OrDescr or) {
            List<String> ways = or.getDescrs().stream().map(way -> joined(condition((BaseDescr) way), "and")).filter(way -> !way.isEmpty()).toList();
            return ways.isEmpty() ? List.of() : List.of(joined(ways, "or"));
        }
        if (part instanceof AccumulateDescr accumulate) {
            return List.of(say("written", Map.of("what", accumulate.getFunctions().stream()
                    .map(function -> function.getFunction() + "(" + String.join(", ", function.getParams()) + ")").reduce((a, b) -> a + ", " + b).orElse("accumulate"))));
        }
        if (part instanceof EvalDescr eval) {
            return List.of(say("written", Map.of("what", String.valueOf(eval.getContent()))));
        }
        return part instanceof ConditionalElementDescr group ? conditions(group) : List.of();
    }

    /** What a “there is” or a “there is no” speaks of. */
    private String thing(List<?> parts, String kind) {
        List<String> things = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof PatternDescr pattern) {
                List<String> details = details(pattern);
                things.add(thing(pattern, details, kind));
            } else {
                things.add(joined(condition((BaseDescr) part), "and"));
            }
        }
        return joined(things, "or");
    }

    private String thing(PatternDescr pattern, List<String> details, String kind) {
        String key = kind + type(pattern);
        String named = has(key) ? word(key) : "no.".equals(kind) ? say("no", Map.of("what", type(pattern))) : type(pattern);
        return details.isEmpty() ? named : say("with", Map.of("what", named, "details", joined(details, "and")));
    }

    private List<String> pattern(PatternDescr pattern) {
        String type = type(pattern);
        if (pattern.getSource() instanceof AccumulateDescr || pattern.getSource() instanceof CollectDescr) {
            BaseDescr of = pattern.getSource() instanceof AccumulateDescr accumulate ? accumulate.getInput() : ((CollectDescr) pattern.getSource()).getInputPattern();
            String what = thing(of instanceof ConditionalElementDescr group ? group.getDescrs() : List.of(of), "thing.");
            if (pattern.getSource() instanceof AccumulateDescr accumulate) {
                accumulate.getFunctions().forEach(this::bind);
            }
            return List.of(say("counted", Map.of("what", what, "details", joined(details(pattern), "and"))));
        }
        List<String> details = details(pattern);
        if (isSubject(type)) {
            return details;
        }
        if (has("there." + type) && details.isEmpty()) {
            return List.of(word("there." + type));
        }
        return List.of(say("some", Map.of("what", thing(pattern, details, "thing."))));
    }

    /** What a variable stands for that a sum or the like is bound to. */
    private void bind(AccumulateDescr.AccumulateFunctionCallDescr function) {
        String key = "function." + function.getFunction();
        if (function.getBind() != null && has(key)) {
            variables.put(function.getBind(), say(key, Map.of("what", function.getParams().length > 0 ? value(function.getParams()[0]) : "")));
        }
    }

    /** Whether sentences speak of it as a matter of course: the message, its text, the limits. */
    private boolean isSubject(String type) {
        return has("subject." + type);
    }

    private List<String> details(PatternDescr pattern) {
        String type = type(pattern);
        List<String> details = new ArrayList<>();
        for (BaseDescr constraint : pattern.getDescrs()) {
            String text = constraint.getText() == null ? constraint.toString() : constraint.getText();
            Matcher bound = BOUND.matcher(text);
            if (bound.matches()) {
                String bindee = bound.group(2).strip();
                Matcher compared = COMPARISON.matcher(bindee);
                variables.put(bound.group(1), field(type, compared.matches() ? compared.group(1) : bindee));
                if (compared.matches()) {
                    details.add(comparison(type, bindee));
                }
            } else {
                details.add(comparison(type, text.strip()));
            }
        }
        return details;
    }

    private String comparison(String type, String text) {
        if (text.contains("||") && !text.contains("&&") && !text.contains("(")) {
            return joined(List.of(text.split("\\|\\|")).stream().map(way -> comparison(type, way.strip())).toList(), "or");
        }
        Matcher comparison = COMPARISON.matcher(text);
        if (text.contains("&&") || text.contains("||") || !comparison.matches()) {
            return say("written", Map.of("what", text));
        }
        String path = comparison.group(1);
        String operator = comparison.group(2);
        String value = comparison.group(3);
        String whole = "is." + type + "." + path + "." + operator + "." + value;
        String asOne = key(whole);
        if (has(asOne)) {
            return word(asOne);
        }
        String field = field(type, path);
        if ("\"\"".equals(value) && operator.matches("[!=]=")) {
            return say("==".equals(operator) ? "empty" : "filled", Map.of("field", field));
        }
        if (operator.endsWith("matches")) {
            String regex = unquoted(value);
            Matcher quoted = LITERAL_TEXT.matcher(regex);
            Matcher literal = quoted.matches() ? quoted : PLAIN_TEXT.matcher(regex);
            if (literal.matches()) {
                String how = literal.group(1) != null && literal.group(3) != null ? "contains" : literal.group(3) != null ? "str[startsWith]" : "==";
                return operation(operator.startsWith("not") ? "not " + how : how, field, say("quoted", Map.of("text", literal.group(2))));
            }
        }
        return operation(operator, field, value(value));
    }

    private String operation(String operator, String field, String value) {
        return say("operator." + switch (operator) {
            case "==" -> "is";
            case "!=", "not ==" -> "is-not";
            case "<" -> "less";
            case "<=" -> "at-most";
            case ">" -> "more";
            case ">=" -> "at-least";
            case "contains" -> "contains";
            case "not contains" -> "contains-not";
            case "matches" -> "matches";
            case "not matches" -> "matches-not";
            case "memberOf" -> "among";
            case "not memberOf" -> "not-among";
            case "str[startsWith]" -> "begins";
            case "str[endsWith]" -> "ends";
            default -> "begins-not";
        }, Map.of("field", field, "value", value));
    }

    private List<String> decisions(String consequence) {
        List<String> said = new ArrayList<>();
        if (INSERTED_OTHERWISE.matcher(consequence).find()) {
            said.add(word("told"));
        }
        Matcher inserted = INSERTED.matcher(consequence);
        while (inserted.find()) {
            String key = "do." + (inserted.group(1) != null ? inserted.group(1) : inserted.group(2));
            Map<String, String> arguments = new LinkedHashMap<>();
            Matcher argument = ARGUMENT.matcher(inserted.group(3));
            while (argument.find() && !argument.group(1).isBlank()) {
                arguments.put(String.valueOf((char) ('a' + arguments.size())), value(argument.group(1).strip()));
            }
            said.add(has(key) ? say(key, arguments) : say("written", Map.of("what", inserted.group().replaceAll(";$", ""))));
        }
        return said;
    }

    /** A value as a person reads it: a text in quotation marks, a field by its name. */
    private String value(String value) {
        if (value.matches("(?s)" + STRING)) {
            return say("quoted", Map.of("text", unquoted(value)));
        }
        if (variables.containsKey(value)) {
            return variables.get(value);
        }
        Matcher parts = Pattern.compile("\\$\\w+").matcher(value);
        return parts.find() ? parts.replaceAll(found -> Matcher.quoteReplacement(variables.getOrDefault(found.group(), found.group().substring(1)))) : value;
    }

    private String field(String type, String path) {
        if (path.startsWith("$")) {
            return variables.getOrDefault(path, path);
        }
        String key = key("field." + type + "." + path);
        return has(key) ? word(key) : has(key("field.*." + path)) ? word(key("field.*." + path)) : path.replaceAll("([a-z])([A-Z])", "$1 $2").replace(".", " ").toLowerCase(Locale.ROOT);
    }

    private static String type(PatternDescr pattern) {
        return pattern.getObjectType().substring(pattern.getObjectType().lastIndexOf('.') + 1);
    }

    private static String unquoted(String literal) {
        return DrlReader.unquoted(literal);
    }

    /** Keys of property files have no spaces, colons or equals signs in them here. */
    private static String key(String text) {
        return text.replace("==", "eq").replace("!=", "ne").replace("\"\"", "empty").replaceAll("[\\s:=]", "");
    }

    private boolean has(String key) {
        return words.containsKey(key);
    }

    private String word(String key) {
        try {
            return words.getString(key);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("rule-words has no " + key, e);
        }
    }

    private String say(String key, Map<String, String> values) {
        return Template.fill(word(key), values::get, locale);
    }
}
