package org.tripostal.engine.compile;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.tripostal.engine.RuleError;
import org.tripostal.engine.RuleIndex;
import org.tripostal.engine.user.CompileJob;
import org.tripostal.engine.user.CompiledRules;

/** From the text of one file of a user's to a jar: read, compiled, guarded. */
final class UserFileCompiler {

    private UserFileCompiler() {}

    /**
     * The jar for the cache.
     *
     * @throws CompileException with all that is wrong, where it cannot be put in force
     */
    static byte[] compile(CompileJob job) throws CompileException {
        try {
            RuleCompiler.Compiled compiled = RuleCompiler.compile(job.pack(), job.name(), DrlPackage.moved(job.text(), job.drlPackage()), 0);
            RuleIndex index = new RuleIndex(compiled.models().stream().map(model -> new RuleIndex.CompiledModel(job.pack(), model)).toList(), compiled.rules());
            return CompiledRules.toJar(index, compiled.classes());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            e.printStackTrace();
            throw new CompileException(job.name(), List.of(RuleError.ofFile("compilerFailed", Map.of("reason", String.valueOf(e)))));
        }
    }
}
