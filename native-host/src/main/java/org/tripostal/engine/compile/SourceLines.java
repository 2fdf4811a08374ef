package org.tripostal.engine.compile;

import java.util.List;
import java.util.Map;
import org.tripostal.engine.RuleError;

/** The lines of a source, to show the one that an error is about. */
final class SourceLines {

    private final List<String> lines;

    SourceLines(String source) {
        lines = source.lines().toList();
    }

    /** An error at a place, with the line as it stands there. */
    RuleError error(int line, int column, String key, Map<String, String> values) {
        return new RuleError(Math.max(line, 0), Math.max(column, 0), at(line), key, values);
    }

    /** The line of this number, from 1; empty where there is none. */
    String at(int line) {
        return line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
    }

    int count() {
        return lines.size();
    }
}
