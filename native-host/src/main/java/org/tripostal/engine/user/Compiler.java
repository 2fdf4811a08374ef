package org.tripostal.engine.user;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.tripostal.engine.RuleError;

/** Compiles files of rules. What comes of it is then in the cache. */
@FunctionalInterface
public interface Compiler {

    /**
     * Compiles these, the first first.
     *
     * @return by key, those of which nothing is in the cache now, because the compiler itself ended over them
     * @throws IOException where the compiler cannot be started
     */
    Map<String, RuleError> compile(List<RuleFile> files, RuleCache cache) throws IOException;
}
