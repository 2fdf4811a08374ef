package org.tripostal.engine.compile;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.tripostal.engine.RuleError;
import org.tripostal.engine.user.CompileJob;

/**
 * All that is wrong with a file that does not compile. The compiler stops at the first kind of error, and one bad import makes it complain of everything: so
 * what is known to be bad is taken out, and the rest is looked at again, in the end rule by rule.
 */
final class Diagnosis {

    private static final int MOST_RULES = 100;

    private final CompileJob job;
    private final SourceLines lines;
    private final RuleChunks chunks;
    private final Vocabulary vocabulary = Vocabulary.read();
    private final Set<RuleError> errors = new LinkedHashSet<>();
    private final Set<Integer> badRules = new TreeSet<>();
    private final Set<Integer> badLines = new HashSet<>();

    private Diagnosis(CompileJob job) {
        this.job = job;
        lines = new SourceLines(job.text());
        chunks = new RuleChunks(job.text());
    }

    /** What is wrong although it compiles; none where the source does not parse. */
    static List<RuleError> always(CompileJob job) {
        try {
            return new Lint(DrlSyntax.parse(job.name(), job.text()), new SourceLines(job.text()), Vocabulary.read()).always(true);
        } catch (CompileException e) {
            return e.errors();
        }
    }

    /** All that is wrong, by line. */
    static List<RuleError> of(CompileJob job) {
        return new Diagnosis(job).find();
    }

    private List<RuleError> find() {
        PackageDescr source = parsed();
        if (source != null) {
            Lint lint = new Lint(source, lines, vocabulary);
            lint.always(true).forEach(this::add);
            List<RuleError> imports = lint.imports();
            imports.forEach(this::add);
            imports.forEach(error -> badLines.add(error.line()));
            source.getRules().stream().limit(MOST_RULES).forEach(rule -> examine(rule, lint));
        }
        if (errors.isEmpty()) {
            // Outside of all rules: a function, a declared type, a query.
            RuleCompiler.attempt(job.name(), moved(job.text())).errors().forEach(message -> errors.add(
                    lines.error(Math.max(0, message.getLine()), 0, "compiler", Map.of("detail", message.getText().lines().findFirst().orElse("")))));
        }
        return errors.stream().sorted(Comparator.comparing(RuleError::line).thenComparing(RuleError::column)).toList();
    }

    private void add(RuleError error) {
        errors.add(error);
        badRules.add(chunks.ruleAt(error.line()));
    }

    /** The source, without the rules that do not parse; null where it does not parse even so. */
    private PackageDescr parsed() {
        try {
            return DrlSyntax.parse(job.name(), job.text());
        } catch (CompileException e) {
            e.errors().forEach(this::add);
            try {
                return DrlSyntax.parse(job.name(), chunks.without(badRules));
            } catch (CompileException again) {
                return null; // what stands outside of the rules is wrong too, and has been told
            }
        }
    }

    private void examine(RuleDescr rule, Lint lint) {
        int number = chunks.ruleAt(rule.getLine());
        String alone = RuleChunks.withoutLines(chunks.only(number), badLines);
        RuleCompiler.Attempt attempt = RuleCompiler.attempt(job.name(), moved(alone));
        if (attempt.succeeded()) {
            return;
        }
        Lint.Names names = lint.names(rule, alone);
        names.errors().forEach(this::add);
        Set<String> told = new HashSet<>(names.told());
        errors.stream().filter(error -> error.key().startsWith("unknownImport"))
                .map(error -> error.values().get("name").replaceFirst(".*\\.", "")).forEach(told::add);
        if (!names.errors().isEmpty()) {
            attempt = RuleCompiler.attempt(job.name(), moved(names.rest()));
        }
        CompilerMessages messages = new CompilerMessages(lint, vocabulary, lines, rule, chunks.lastLine(number));
        messages.errors(attempt.errors(), told).forEach(this::add);
    }

    private String moved(String drl) {
        return DrlPackage.moved(drl, job.drlPackage());
    }
}
