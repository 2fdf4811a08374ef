package org.tripostal.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

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
                return compose(lines);
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

    private static Optional<Node> compose(List<String> lines) {
        return new Compose(LoadSettings.builder().setUseMarks(true).setAllowDuplicateKeys(true).build()).composeString(String.join("\n", lines));
    }

    /**
     * The line to blame: where the parser gave up, or where it began what it could not finish, such as a quotation mark left open. The one without
     * which it gets further.
     */
    private static int badLine(MarkedYamlEngineException e, List<String> lines) {
        int gaveUp = lastWritten(e.getProblemMark().map(Mark::getLine).orElse(0), lines);
        int began = lastWritten(e.getContextMark().map(Mark::getLine).orElse(gaveUp), lines);
        return began != gaveUp && reachedWithout(began, lines) > reachedWithout(gaveUp, lines) ? began : gaveUp;
    }

    private static int reachedWithout(int line, List<String> lines) {
        List<String> others = new ArrayList<>(lines);
        others.set(line, "");
        try {
            compose(others);
            return Integer.MAX_VALUE;
        } catch (MarkedYamlEngineException e) {
            return e.getProblemMark().map(Mark::getLine).orElse(0);
        } catch (YamlEngineException e) {
            return 0;
        }
    }

    /** The last line at or before this one that holds anything: the parser may notice only at the next line. */
    private static int lastWritten(int line, List<String> lines) {
        int last = Math.min(line, lines.size() - 1);
        while (last > 0 && lines.get(last).isBlank()) {
            last--;
        }
        return last;
    }

    /** A text as YAML writes it: as it stands where that reads back, otherwise in quotation marks. */
    static String scalar(String text) {
        return readsBack(text) ? text : "'" + text.replace("'", "''") + "'";
    }

    /** Whether it reads back as a key and as a value, on a line of its own and between braces. */
    private static boolean readsBack(String text) {
        try {
            for (String line : List.of(text + ": " + text, "{" + text + ": " + text + "}")) {
                Optional<Node> node = compose(List.of(line));
                if (!(node.orElse(null) instanceof MappingNode mapping) || mapping.getValue().size() != 1
                        || !isScalar(mapping.getValue().get(0).getKeyNode(), text) || !isScalar(mapping.getValue().get(0).getValueNode(), text)) {
                    return false;
                }
            }
            return !text.isEmpty();
        } catch (YamlEngineException e) {
            return false;
        }
    }

    private static boolean isScalar(Node node, String text) {
        return node instanceof ScalarNode scalar && scalar.isPlain() && scalar.getValue().equals(text);
    }

    /** The node's line, from 1. */
    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
