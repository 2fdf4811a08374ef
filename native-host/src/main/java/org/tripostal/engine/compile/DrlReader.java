package org.tripostal.engine.compile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.tripostal.engine.Precedence;
import org.tripostal.engine.RuleInfo;

/** Reads from a DRL source what the compiled rules will have lost: sentences, lines, and what each rule looks at. */
final class DrlReader {

    private static final Pattern BINDING = Pattern.compile("^\\s*(\\$\\w+)\\s*:=?\\s*(\\w+)\\s*$");
    private static final Set<String> OF_THE_MESSAGE = Set.of("IncomingMessage", "MailingList", "OutgoingMessage", "Reply", "Body", "Attachment", "Link", "Authentication");

    private DrlReader() {}

    /**
     * The rules of one file, in order.
     *
     * @throws CompileException where the source does not parse
     */
    static List<RuleInfo> read(String pack, String file, String drl, int firstPlace) throws CompileException {
        PackageDescr source = DrlSyntax.parse(file, drl);
        int place = firstPlace;
        List<RuleInfo> rules = new java.util.ArrayList<>();
        for (RuleDescr rule : source.getRules()) {
            rules.add(read(pack, file, source.getName(), rule, place++));
        }
        return rules;
    }

    private static RuleInfo read(String pack, String file, String drlPackage, RuleDescr rule, int place) {
        Map<String, String> because = new LinkedHashMap<>();
        AnnotationDescr sentences = rule.getAnnotation("because");
        if (sentences != null) {
            sentences.getValueMap().forEach((language, sentence) ->
                    because.put("value".equals(language) ? "en" : language, unquoted(String.valueOf(sentence))));
        }
        AnnotationDescr kind = rule.getAnnotation("kind");
        Precedence precedence = kind == null ? Precedence.USER : Precedence.ofKind(unquoted(String.valueOf(kind.getSingleValue())));
        Set<String> looksAt = new LinkedHashSet<>();
        Map<String, String> bindings = new LinkedHashMap<>();
        walk(rule.getLhs(), looksAt, bindings);
        return new RuleInfo(pack, rule.getName(), drlPackage, file, rule.getLine(), place, precedence, because, looksAt, bindings, RuleSentence.of(rule));
    }

    private static void walk(BaseDescr part, Set<String> looksAt, Map<String, String> bindings) {
        if (part instanceof PatternDescr pattern) {
            String type = pattern.getObjectType().substring(pattern.getObjectType().lastIndexOf('.') + 1);
            looksAt.add(type);
            if (OF_THE_MESSAGE.contains(type)) {
                for (BaseDescr constraint : pattern.getDescrs()) {
                    Matcher binding = BINDING.matcher(constraint.getText() == null ? constraint.toString() : constraint.getText());
                    if (binding.matches()) {
                        bindings.put(binding.group(1), binding.group(2));
                    }
                }
            }
            if (pattern.getSource() != null) {
                walk(pattern.getSource(), looksAt, bindings);
            }
        } else if (part instanceof org.drools.drl.ast.descr.AccumulateDescr accumulate) {
            walk(accumulate.getInput(), looksAt, bindings);
        } else if (part instanceof org.drools.drl.ast.descr.CollectDescr collect) {
            walk(collect.getInputPattern(), looksAt, bindings);
        } else if (part instanceof ConditionalElementDescr group) {
            group.getDescrs().forEach(inner -> walk((BaseDescr) inner, looksAt, bindings));
        }
    }

    static String unquoted(String literal) {
        String text = literal.strip();
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1);
        }
        return text.translateEscapes();
    }
}
