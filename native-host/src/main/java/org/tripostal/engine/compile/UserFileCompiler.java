package org.tripostal.engine.compile;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.tripostal.engine.RuleError;
import org.tripostal.engine.RuleIndex;
import org.tripostal.engine.RuleInfo;
import org.tripostal.engine.user.CompileJob;
import org.tripostal.engine.user.CompiledRules;

/** From the text of one file of a user's to a jar: read, compiled, guarded, and tried. */
final class UserFileCompiler {

    private UserFileCompiler() {}

    /**
     * The jar for the cache.
     *
     * @throws CompileException with all that is wrong, where it cannot be put in force
     */
    static byte[] compile(CompileJob job) throws CompileException {
        try {
            List<RuleError> errors = Diagnosis.always(job);
            String drl = DrlPackage.moved(job.text(), job.drlPackage());
            RuleCompiler.Attempt attempt = RuleCompiler.attempt(job.name(), drl);
            if (!errors.isEmpty() || !attempt.succeeded()) {
                throw new CompileException(job.name(), Diagnosis.of(job));
            }
            List<RuleInfo> rules = DrlReader.read(job.pack(), job.name(), drl, 0);
            RuleIndex index = new RuleIndex(attempt.models().stream().map(model -> new RuleIndex.CompiledModel(job.pack(), model)).toList(), rules);
            byte[] jar = CompiledRules.toJar(index, attempt.classes());
            tried(jar);
            return jar;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            e.printStackTrace();
            throw new CompileException(job.name(), List.of(RuleError.ofFile("compilerFailed", Map.of("reason", String.valueOf(e)))));
        }
    }

    /** What can be compiled, but not put together, is to be known here and not in the host. */
    private static void tried(byte[] jar) throws IOException {
        List<Model> models = CompiledRules.ofJar(jar).models();
        KieBaseBuilder.createKieBaseFromModel(models);
    }
}
