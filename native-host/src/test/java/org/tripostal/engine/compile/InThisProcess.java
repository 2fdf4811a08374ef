package org.tripostal.engine.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tripostal.engine.RuleError;
import org.tripostal.engine.user.CompileJob;
import org.tripostal.engine.user.Compiler;
import org.tripostal.engine.user.RuleCache;
import org.tripostal.engine.user.RuleFile;

/** Compiles as the second program does, but without starting one, and remembers what it was asked for. */
public final class InThisProcess implements Compiler {

    static {
        System.setProperty("drools.dialect.java.compiler.lnglevel", "17");
    }

    private final List<String> compiled = new ArrayList<>();

    /** The names of the files that it was asked to compile since this was asked last. */
    public List<String> compiled() {
        List<String> names = List.copyOf(compiled);
        compiled.clear();
        return names;
    }

    @Override
    public Map<String, RuleError> compile(List<RuleFile> files, RuleCache cache) throws IOException {
        for (RuleFile file : files) {
            compiled.add(file.name());
            try {
                cache.putJar(file.key(), UserFileCompiler.compile(job(file)));
            } catch (CompileException e) {
                cache.putErrors(file.key(), e.errors());
            }
        }
        return Map.of();
    }

    private static CompileJob job(RuleFile file) {
        return new CompileJob(file.key(), file.name(), file.pack(), file.drlPackage(), file.text(), file.sentences());
    }
}
