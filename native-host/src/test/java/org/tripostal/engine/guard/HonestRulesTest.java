package org.tripostal.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tripostal.engine.compile.BecauseAnnotations;

/** All packs, and files that use what the grammar and the language offer, pass. */
class HonestRulesTest {

    static {
        System.setProperty("drools.dialect.java.compiler.lnglevel", "17");
    }

    static Stream<Path> files() throws IOException {
        Path own = Path.of(HonestRulesTest.class.getResource("honest").getPath());
        Path packs = Path.of("..", "rules", "src", "main", "resources", "packs");
        return Stream.concat(Files.walk(own), Files.walk(packs)).filter(file -> file.toString().endsWith(".drl")).sorted();
    }

    @ParameterizedTest
    @MethodSource("files")
    void areNeverRefusedAndRunBehindBothWalls(Path file) throws Exception {
        // The packs' own package is closed to everybody else.
        pass(file.toString(), Files.readString(file).replace("package org.tripostal.packs", "package my.packs"));
    }

    /** The recipes that the documentation prints, by their names. */
    static Stream<Arguments> recipes() throws IOException {
        return Pattern.compile("(?s)\\(recipes/([a-z-]+)\\)\\s+```drl\\n(.*?)```").matcher(Files.readString(Path.of("..", "docs", "recipes.md"))).results()
                .map(recipe -> Arguments.of(recipe.group(1), recipe.group(2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void noRecipeIsRefused(String name, String drl) throws Exception {
        pass(name, drl);
    }

    private static void pass(String name, String text) throws Exception {
        String drl = BecauseAnnotations.blanked(text);
        assertThat(Guard.checkSource(name, drl)).isEmpty();
        Unguarded.Compiled compiled = Unguarded.compile(drl);
        assertThat(Guard.check(name, drl, compiled.classes())).isEmpty();
        Unguarded.run(compiled, GuardedLoader::new);
    }
}
