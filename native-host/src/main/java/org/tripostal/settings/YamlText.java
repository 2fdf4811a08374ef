package org.tripostal.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** YAML that a person wrote by hand: a line that breaks the syntax is reported and left out, and the rest is read. */
final class YamlText {

    private static final int MOST_BAD_LINES = 50;

    private YamlText() {}

    /** The root node, or nothing where the text holds nothing. Lines left out are in {@code problems}. */
    static Optional<Node> parse(String text, Problems problems) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).indexOf(UserFile.NOT_UTF_8) >= 0) {
                problems.add(i + 1, "file.notUtf8", Map.of());
                lines.set(i, "");
            }
        }
        for (int tries = 0; tries < MOST_BAD_LINES; tries++) {
            try {
                return new Compose(LoadSettings.builder().setUseMarks(true).setAllowDuplicateKeys(true).build()).composeString(String.join("\n", lines));
            } catch (MarkedYamlEngineException e) {
                int bad = badLine(e, lines);
                problems.add(bad + 1, "settings.notYaml", Map.of("line", lines.get(bad).strip(), "reason", String.valueOf(e.getProblem())));
                lines.set(bad, "");
            } catch (YamlEngineException e) {
                problems.add(0, "settings.notYaml", Map.of("line", "", "reason", String.valueOf(e.getMessage())));
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The last line at or before the one that the parser complains of that holds anything: it may notice only at the next line. */
    private static int badLine(MarkedYamlEngineException e, List<String> lines) {
        int line = Math.min(e.getProblemMark().or(e::getContextMark).map(mark -> mark.getLine()).orElse(0), lines.size() - 1);
        while (line > 0 && lines.get(line).isBlank()) {
            line--;
        }
        return line;
    }

    /** The node's line, from 1. */
    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
