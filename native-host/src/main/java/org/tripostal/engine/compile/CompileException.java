package org.tripostal.engine.compile;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tripostal.Messages;
import org.tripostal.engine.RuleError;

/** A DRL file that does not compile. The message names the file and every error. */
public final class CompileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<RuleError> errors;

    CompileException(String file, List<RuleError> errors) {
        super(errors.stream().map(error -> error.in(java.nio.file.Path.of(file), Messages.in(Locale.ENGLISH)).shown()).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    /** All that is wrong, by line. */
    public List<RuleError> errors() {
        return errors;
    }
}
