package org.tripostal.engine.compile;

import java.io.IOException;
import org.tripostal.engine.RuleIndex;
import org.tripostal.engine.user.CompiledRules;
import org.tripostal.engine.user.RuleFile;

/** Compiles a text of rules as a file of the user's is compiled, without a second process and without a cache. */
public final class RecipeCompiler {

    private RecipeCompiler() {}

    /**
     * The compiled rules, ready to be put in force.
     *
     * @param file the name of the file that the text would lie in
     */
    public static CompiledRules compile(String file, String drl) throws CompileException, IOException {
        String pack = RuleFile.pack(file);
        RuleCompiler.Compiled compiled = RuleCompiler.compile(pack, file, drl, 0);
        RuleIndex index = new RuleIndex(compiled.models().stream().map(model -> new RuleIndex.CompiledModel(pack, model)).toList(), compiled.rules());
        return CompiledRules.ofJar(CompiledRules.toJar(index, compiled.classes()));
    }
}
