package org.tripostal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tripostal.action.Action;
import org.tripostal.action.AddTag;
import org.tripostal.action.FileInto;
import org.tripostal.action.Flag;
import org.tripostal.action.Keep;
import org.tripostal.action.MarkJunk;

/** Who wins and who loses, row by row as {@code docs/decisions.md} tells it. */
class DecisionTableTest {

    private static final Path TABLE = Path.of("../docs/decisions.md");

    static Stream<String> rows() throws IOException {
        List<String> rows = Files.readAllLines(TABLE).stream().filter(line -> line.startsWith("| `")).toList();
        assertThat(rows).as("rows of the table").hasSizeGreaterThan(10);
        return rows.stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatTheTableSays(String row) {
        List<String> cells = Arrays.stream(row.split("\\|")).skip(1).map(cell -> cell.strip().replace("`", "")).toList();
        List<Decided> wanted = new ArrayList<>();
        for (String one : cells.get(0).split("; ")) {
            wanted.add(decided(one, wanted.size()));
        }
        List<Decided> otherOrder = new ArrayList<>(wanted);
        Collections.reverse(otherOrder);
        for (List<Decided> order : List.of(wanted, otherOrder)) {
            Decision decision = Resolver.resolve(order);
            assertThat(String.join("; ", decision.actions().stream().map(DecisionTableTest::said).toList())).as("is done").isEqualTo(cells.get(1));
            assertThat(String.join("; ", decision.lost().stream().map(lost -> said(lost.decided()) + " to " + said(lost.to())).toList())).as("lost").isEqualTo(cells.get(2));
        }
    }

    /** {@code user: Bills}, {@code user 10: Bills} with a salience, {@code server-verdict: junk}, {@code user: keep}, {@code user: tag Urgent}. */
    private static Decided decided(String text, int place) {
        String[] parts = text.split(": ", 2);
        String[] kind = parts[0].split(" ");
        RuleInfo rule = new RuleInfo("pack", "rule " + place, "p" + place, "f.drl", 1, place, Precedence.ofKind(kind[0]), Map.of(), Set.of(), Map.of());
        Action action = switch (parts[1]) {
            case "keep" -> new Keep();
            case "junk" -> new MarkJunk();
            case "flag" -> new Flag();
            default -> parts[1].startsWith("tag ") ? new AddTag(parts[1].substring(4)) : new FileInto(parts[1]);
        };
        return new Decided(action, rule, kind.length > 1 ? Integer.parseInt(kind[1]) : 0, Map.of(), List.of());
    }

    private static String said(Decided decided) {
        Action action = decided.action();
        return action instanceof FileInto into ? into.folder() : action instanceof AddTag tag ? "tag " + tag.tag()
                : action instanceof Keep ? "keep" : action instanceof MarkJunk ? "junk" : "flag";
    }
}
