package org.tripostal.engine.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.tripostal.engine.RuleError;
import org.tripostal.engine.RuleIndex;
import org.tripostal.engine.RuleInfo;
import org.tripostal.engine.user.CompileJob;
import org.tripostal.engine.user.CompiledRules;
import org.tripostal.engine.words.PlainWords;
import org.tripostal.engine.words.SentenceException;
import org.tripostal.engine.words.SentenceList;

/** From the text of one file of a user's to a jar: read, compiled, guarded, and tried. */
final class UserFileCompiler {

    private UserFileCompiler() {}

    /**
     * The jar for the cache.
     *
     * @throws CompileException with all that is wrong, where it cannot be put in force
     */
    static byte[] compile(CompileJob job) throws CompileException {
        if (!PlainWords.areIn(job.name())) {
            return compileDrl(job);
        }
        CompileJob drl = inDrl(job);
        try {
            return compileDrl(drl);
        } catch (CompileException e) {
            // What stands on a line is the author's sentence, and not what became of it.
            SourceLines lines = new SourceLines(job.text());
            throw new CompileException(job.name(), e.errors().stream().map(error -> lines.error(error.line(), 0, error.key(), error.values())).toList());
        }
    }

    private static byte[] compileDrl(CompileJob job) throws CompileException {
        List<RuleError> errors = List.of();
        try {
            errors = Diagnosis.always(job);
            String drl = DrlPackage.moved(job.text(), job.drlPackage());
            RuleCompiler.Attempt attempt = RuleCompiler.attempt(job.name(), drl);
            if (!attempt.refusals().isEmpty()) {
                SourceLines lines = new SourceLines(job.text());
                throw new CompileException(job.name(), attempt.refusals().stream().map(lines::refused).toList());
            }
            if (!errors.isEmpty() || !attempt.succeeded()) {
                throw new CompileException(job.name(), Diagnosis.of(job));
            }
            List<RuleInfo> rules = DrlReader.read(job.pack(), job.name(), drl, 0);
            RuleIndex index = new RuleIndex(attempt.models().stream().map(model -> new RuleIndex.CompiledModel(job.pack(), model)).toList(), rules);
            byte[] jar = CompiledRules.toJar(index, attempt.classes());
            tried(jar);
            return jar;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            if (!errors.isEmpty()) {
                throw new CompileException(job.name(), errors); // the compiler broke on what is known to be wrong
            }
            e.printStackTrace();
            throw new CompileException(job.name(), List.of(RuleError.ofFile("compilerFailed", Map.of("reason", String.valueOf(e)))));
        }
    }

    /** The same with its sentences as DRL. */
    private static CompileJob inDrl(CompileJob job) throws CompileException {
        List<SentenceList> lists = new ArrayList<>();
        if (!job.sentences().isBlank()) {
            lists.add(new SentenceList("*.dsl", job.sentences()));
        }
        lists.addAll(SentenceList.builtIn());
        try {
            PlainWords.Expanded expanded = PlainWords.expand(job.text(), lists);
            if (!expanded.errors().isEmpty()) {
                throw new CompileException(job.name(), expanded.errors());
            }
            return new CompileJob(job.key(), job.name(), job.pack(), job.drlPackage(), expanded.drl(), "");
        } catch (SentenceException e) {
            throw new CompileException(job.name(), List.of(RuleError.ofFile("sentences", Map.of("reason", e.getMessage()))));
        }
    }

    /** What can be compiled, but not put together, is to be known here and not in the host. */
    private static void tried(byte[] jar) throws IOException {
        List<Model> models = CompiledRules.ofJar(jar).models();
        KieBaseBuilder.createKieBaseFromModel(models);
    }
}
