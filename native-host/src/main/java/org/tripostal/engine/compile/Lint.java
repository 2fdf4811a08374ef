package org.tripostal.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.tripostal.engine.RuleError;

/**
 * Looks for the mistakes that authors make, in the parsed source, where each word still has its place. The compiler has the last word on what is wrong: what
 * is said of names and types here is only asked for when it refuses the file; what {@link #always} says, the compiler does not see.
 */
final class Lint {

    private static final Set<String> OPERATORS = Set.of(
            "matches", "contains", "memberOf", "soundslike", "str", "in", "not", "null", "true", "false", "this", "instanceof", "new", "excludes", "after",
            "before", "startsWith", "endsWith", "empty", "int", "long", "double", "boolean", "from", "over");
    private static final Pattern BINDING = Pattern.compile("(\\$[\\p{L}\\p{N}_]+)\\s*:");

    private final PackageDescr source;
    private final SourceLines lines;
    private final Vocabulary vocabulary;
    private final Map<String, Class<?>> imported = new HashMap<>();
    private final Set<String> declared = new HashSet<>();

    Lint(PackageDescr source, SourceLines lines, Vocabulary vocabulary) {
        this.source = source;
        this.lines = lines;
        this.vocabulary = vocabulary;
        source.getTypeDeclarations().forEach(type -> declared.add(type.getTypeName()));
        source.getEnumDeclarations().forEach(type -> declared.add(type.getTypeName()));
        source.getImports().forEach(one -> resolve(one.getTarget()).ifPresent(type -> imported.put(type.getSimpleName(), type)));
    }

    /**
     * What is wrong although it compiles, or what the compiler breaks on without a word: a bad regular expression, two rules of one name, a strength that is none or that
     * only built-in rules have, a misspelt {@code @because}.
     */
    List<RuleError> always(boolean ofUser) {
        List<RuleError> errors = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        for (RuleDescr rule : source.getRules()) {
            Integer before = names.putIfAbsent(rule.getName(), rule.getLine());
            if (before != null) {
                errors.add(lines.error(rule.getLine(), column(rule.getLine(), rule.getName()), "duplicateRule",
                        Map.of("rule", rule.getName(), "line", String.valueOf(before))));
            }
            AnnotationDescr kind = rule.getAnnotation("kind");
            if (kind != null && ofUser) {
                errors.add(lines.error(kind.getLine(), column(kind.getLine(), "@kind"), "kind", Map.of()));
            }
            for (AnnotationDescr annotation : rule.getAnnotations()) {
                boolean ofSeveralValues = annotation.getSingleValue() == null && !annotation.getValueMap().isEmpty();
                if (ofSeveralValues && !annotation.getName().equals("because")) {
                    errors.add(above(rule, "@" + annotation.getName(), "unknownAnnotation", Map.of("name", "@" + annotation.getName())));
                }
            }
            AttributeDescr salience = rule.getAttributes().get("salience");
            if (salience != null && !salience.getValue().matches("(?s)-?\\d+|.*[($].*")) {
                errors.add(above(rule, salience.getValue(), "badSalience", Map.of("value", salience.getValue())));
            }
            for (Constraint constraint : constraints(rule)) {
                errors.addAll(regularExpressions(constraint));
            }
        }
        return errors;
    }

    /** About a word that stands between the rule's name and its conditions; of some of these the parser does not say where. */
    private RuleError above(RuleDescr rule, String word, String key, Map<String, String> values) {
        for (int line = rule.getLine(); line < rule.getConsequenceLine(); line++) {
            if (lines.at(line).contains(word)) {
                return lines.error(line, column(line, word), key, values);
            }
        }
        return lines.error(rule.getLine(), 0, key, values);
    }

    /** Imports of what does not exist. */
    List<RuleError> imports() {
        List<RuleError> errors = new ArrayList<>();
        for (ImportDescr one : source.getImports()) {
            String target = one.getTarget();
            if (!target.endsWith("*") && !declared.contains(target) && resolve(target).isEmpty()) {
                String simple = target.substring(target.lastIndexOf('.') + 1);
                String nearest = vocabulary.nearestType(simple);
                String instead = nearest.isEmpty() ? "" : vocabulary.type(nearest).orElseThrow().getName();
                errors.add(lines.error(one.getLine(), column(one.getLine(), target), suggested("unknownImport", instead), Map.of("name", target, "nearest", instead)));
            }
        }
        return errors;
    }

    /**
     * What was found in the conditions of a rule.
     *
     * @param errors names that mean nothing, and comparisons of what cannot be compared
     * @param told the names that the errors speak of, and the variables that are lost with them
     * @param rest the source without the conditions that are wrong
     */
    record Names(List<RuleError> errors, Set<String> told, String rest) {}

    /**
     * Looks at the conditions of a rule.
     *
     * @param text the source, in which the rule stands at the place where it was parsed
     */
    Names names(RuleDescr rule, String text) {
        List<RuleError> errors = new ArrayList<>();
        Set<String> told = new HashSet<>();
        Masked rest = new Masked(text);
        Set<String> variables = variables(rule);
        for (PatternDescr pattern : patterns(rule.getLhs())) {
            int before = errors.size();
            type(pattern, errors);
            if (errors.size() > before) {
                told.add(pattern.getObjectType());
                told.addAll(variablesIn(rest.pattern(pattern.getLine(), pattern.getColumn())));
            }
        }
        for (Constraint constraint : constraints(rule)) {
            int before = errors.size();
            typeOf(constraint.pattern()).ifPresent(type -> new FieldCheck(constraint, type, variables, errors).check());
            if (errors.size() > before) {
                errors.subList(before, errors.size()).forEach(error -> told.add(error.values().get("name")));
                told.addAll(variablesIn(constraint.text()));
                rest.condition(constraint.descr().getLine(), constraint.descr().getColumn(), constraint.text());
            }
        }
        return new Names(errors, told, rest.text());
    }

    private static Set<String> variablesIn(String text) {
        Set<String> variables = new HashSet<>();
        Matcher binding = BINDING.matcher(text);
        while (binding.find()) {
            variables.add(binding.group(1));
        }
        return variables;
    }

    /** A condition within the brackets of a pattern. */
    private record Constraint(PatternDescr pattern, BaseDescr descr, String text) {}

    private void type(PatternDescr pattern, List<RuleError> errors) {
        String name = pattern.getObjectType();
        if (name == null || name.isEmpty() || declared.contains(name) || resolveType(name).isPresent()) {
            return;
        }
        errors.add(unknownType(name, pattern.getLine(), column(pattern.getLine(), name)));
    }

    /** A type that is not known, or known and not imported. */
    RuleError unknownType(String name, int line, int column) {
        Optional<Class<?>> known = vocabulary.type(name);
        if (known.isPresent()) {
            return lines.error(line, column, "notImported", Map.of("name", name, "import", known.get().getName()));
        }
        String nearest = vocabulary.nearestType(name);
        return lines.error(line, column, suggested("unknownType", nearest), Map.of("name", name, "nearest", nearest));
    }

    private static String suggested(String key, String nearest) {
        return nearest.isEmpty() ? key : key + ".nearest";
    }

    private List<RuleError> regularExpressions(Constraint constraint) {
        List<RuleError> errors = new ArrayList<>();
        List<Expression.Token> tokens = Expression.tokens(constraint.text());
        for (int i = 1; i < tokens.size(); i++) {
            Expression.Token literal = tokens.get(i);
            if (literal.kind() == Expression.Kind.TEXT && tokens.get(i - 1).is("matches")) {
                try {
                    Pattern.compile(literal.literal());
                } catch (PatternSyntaxException e) {
                    errors.add(at(constraint, literal.offset(), "badRegex",
                            Map.of("regex", literal.literal(), "reason", e.getDescription(), "place", String.valueOf(Math.max(0, e.getIndex()) + 1))));
                } catch (IllegalArgumentException e) {
                    errors.add(at(constraint, literal.offset(), "badEscape", Map.of("text", literal.text())));
                }
            }
        }
        return errors;
    }

    private RuleError at(Constraint constraint, int offset, String key, Map<String, String> values) {
        String before = constraint.text().substring(0, offset);
        int breaks = (int) before.chars().filter(c -> c == '\n').count();
        int line = constraint.descr().getLine() + breaks;
        int column = breaks == 0 ? constraint.descr().getColumn() + offset + 1 : offset - before.lastIndexOf('\n');
        return lines.error(line, column, key, values);
    }

    private final class FieldCheck {

        private final Constraint constraint;
        private final Class<?> type;
        private final Set<String> variables;
        private final List<RuleError> errors;
        private final List<Expression.Token> tokens;

        FieldCheck(Constraint constraint, Class<?> type, Set<String> variables, List<RuleError> errors) {
            this.constraint = constraint;
            this.type = type;
            this.variables = variables;
            this.errors = errors;
            this.tokens = Expression.tokens(constraint.text());
        }

        void check() {
            Map<String, Class<?>> fields = Vocabulary.fields(type);
            for (int i = 0; i < tokens.size(); i++) {
                Expression.Token token = tokens.get(i);
                boolean first = token.kind() == Expression.Kind.WORD && (i == 0 || !isSign(i - 1, ".") && !isSign(i - 1, "!."));
                if (!first || OPERATORS.contains(token.text()) || isSign(i + 1, ":") || isSign(i + 1, ":=") || i > 0 && tokens.get(i - 1).is("str")) {
                    continue;
                }
                if (token.text().startsWith("$")) {
                    variable(token);
                } else if (Character.isUpperCase(token.text().charAt(0))) {
                    continue; // a class: the compiler knows better
                } else if (!fields.containsKey(token.text()) && !isSign(i + 1, "(")) {
                    List<String> known = Vocabulary.shownFields(type);
                    String nearest = vocabulary.nearest(token.text(), known);
                    errors.add(at(constraint, token.offset(), suggested("unknownField", nearest),
                            Map.of("name", token.text(), "type", type.getSimpleName(), "nearest", nearest, "fields", String.join(", ", known))));
                } else {
                    comparison(i, fields.get(token.text()));
                }
            }
        }

        private void variable(Expression.Token token) {
            if (!variables.contains(token.text())) {
                String nearest = vocabulary.nearest(token.text(), variables);
                errors.add(at(constraint, token.offset(), suggested("unknownVariable", nearest), Map.of("name", token.text(), "nearest", nearest)));
            }
        }

        private void comparison(int i, Class<?> field) {
            if (field == null || i + 2 >= tokens.size() || !Set.of("==", "!=", "<", ">", "<=", ">=").contains(tokens.get(i + 1).text())) {
                return;
            }
            Expression.Token value = tokens.get(i + 2);
            boolean number = field.isPrimitive() && field != boolean.class;
            boolean text = value.kind() == Expression.Kind.TEXT;
            if (number && text || field == boolean.class && (text || value.kind() == Expression.Kind.NUMBER)) {
                errors.add(at(constraint, value.offset(), field == boolean.class ? "notYesOrNo" : "notANumber", Map.of("name", tokens.get(i).text(), "value", value.text())));
            }
        }

        private boolean isSign(int place, String sign) {
            return place >= 0 && place < tokens.size() && tokens.get(place).is(sign);
        }
    }

    private Optional<Class<?>> typeOf(PatternDescr pattern) {
        return resolveType(pattern.getObjectType());
    }

    private Optional<Class<?>> resolveType(String name) {
        if (name.contains(".")) {
            return resolve(name);
        }
        if (imported.containsKey(name)) {
            return Optional.of(imported.get(name));
        }
        for (ImportDescr one : source.getImports()) {
            if (one.getTarget().endsWith(".*")) {
                Optional<Class<?>> type = resolve(one.getTarget().substring(0, one.getTarget().length() - 1) + name);
                if (type.isPresent()) {
                    return type;
                }
            }
        }
        return resolve("java.lang." + name);
    }

    private static Optional<Class<?>> resolve(String name) {
        try {
            return Optional.of(Class.forName(name, false, Lint.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            int dot = name.lastIndexOf('.');
            return dot > 0 && name.substring(0, dot).matches(".*\\.[A-Z]\\w*") ? resolve(name.substring(0, dot) + "$" + name.substring(dot + 1)) : Optional.empty();
        }
    }

    private int column(int line, String word) {
        return lines.at(line).indexOf(word) + 1;
    }

    private static Set<String> variables(RuleDescr rule) {
        Set<String> variables = new HashSet<>();
        for (PatternDescr pattern : patterns(rule.getLhs())) {
            if (pattern.getIdentifier() != null) {
                variables.add(pattern.getIdentifier());
            }
            if (pattern.getSource() instanceof AccumulateDescr accumulate) {
                accumulate.getFunctions().forEach(function -> variables.add(String.valueOf(function.getBind())));
            }
        }
        for (Constraint constraint : constraints(rule)) {
            Matcher binding = BINDING.matcher(constraint.text());
            while (binding.find()) {
                variables.add(binding.group(1));
            }
        }
        return variables;
    }

    private static List<Constraint> constraints(RuleDescr rule) {
        List<Constraint> constraints = new ArrayList<>();
        for (PatternDescr pattern : patterns(rule.getLhs())) {
            if (pattern.getObjectType() != null) {
                for (BaseDescr descr : pattern.getDescrs()) {
                    constraints.add(new Constraint(pattern, descr, descr.getText() == null || descr.getText().isEmpty() ? descr.toString() : descr.getText()));
                }
            }
        }
        return constraints;
    }

    private static List<PatternDescr> patterns(BaseDescr part) {
        List<PatternDescr> found = new ArrayList<>();
        if (part instanceof PatternDescr pattern) {
            found.add(pattern);
            if (pattern.getSource() != null) {
                found.addAll(patterns(pattern.getSource()));
            }
        } else if (part instanceof AccumulateDescr accumulate) {
            found.addAll(patterns(accumulate.getInput()));
        } else if (part instanceof CollectDescr collect) {
            found.addAll(patterns(collect.getInputPattern()));
        } else if (part instanceof ConditionalElementDescr group) {
            group.getDescrs().forEach(inner -> found.addAll(patterns((BaseDescr) inner)));
        }
        return found;
    }
}
