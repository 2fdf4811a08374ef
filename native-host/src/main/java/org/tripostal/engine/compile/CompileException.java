package org.tripostal.engine.compile;

import java.util.List;

/** A DRL file that does not compile. The message names the file and every error. */
public final class CompileException extends Exception {

    private static final long serialVersionUID = 1L;

    CompileException(String file, List<String> errors) {
        super(file + ":\n  " + String.join("\n  ", errors));
    }
}
