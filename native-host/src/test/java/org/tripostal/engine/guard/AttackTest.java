package org.tripostal.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttackTest {

    private static final Map<String, String> ROWS = new TreeMap<>();

    static {
        System.setProperty("drools.dialect.java.compiler.lnglevel", "17");
    }

    static Stream<Attack> attacks() {
        return Attack.all().stream();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void hasAnEffectWithTheGuardOffAndIsRefusedWithIt(Attack attack, @TempDir Path folder) throws Exception {
        try (Attack.Place place = Attack.Place.in(folder)) {
            String drl = attack.filled(place);
            List<Refusal> refusals = Guard.checkSource(attack.name() + ".drl", drl);
            Unguarded.Compiled compiled = Effect.assertSeen(attack, place, drl, folder);
            if (refusals.isEmpty()) {
                refusals = Guard.check(attack.name() + ".drl", drl, compiled.classes());
            }
            assertThat(refusals).isNotEmpty();
            ROWS.put(attack.name(), AttackTable.row(attack, refusals.get(0)));
        }
    }

    @AfterAll
    static void theTableInTheDocumentationIsWhatWasSeen() throws IOException {
        AttackTable.assertUpToDate(ROWS.values());
    }
}
