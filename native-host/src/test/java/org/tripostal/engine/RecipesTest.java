package org.tripostal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.model.Model;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tripostal.engine.compile.RecipeCompiler;
import org.tripostal.engine.user.CompiledRules;

/** The recipes of the documentation work as they are printed: each is taken from the page, compiled, and proved by its folder of messages. */
class RecipesTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern RECIPE = Pattern.compile("(?s)\\[`([a-z-]+)`\\]\\(recipes/\\1\\)\\s+```drl\\n(.*?)```");

    @TestFactory
    Stream<DynamicNode> everyRecipeDoesWhatItsFolderSays() throws IOException {
        return recipes("recipes.md").entrySet().stream().map(recipe -> tests(recipe.getKey(), recipe.getValue()));
    }

    @Test
    void thereAreTenAndEachHasAFolder() throws IOException {
        Map<String, String> recipes = recipes("recipes.md");
        assertThat(recipes).hasSizeGreaterThanOrEqualTo(10);
        try (Stream<Path> folders = Files.list(DOCS.resolve("recipes"))) {
            assertThat(new TreeSet<>(recipes.keySet())).isEqualTo(folders.map(folder -> folder.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void theFrenchPageHasTheSameRules() throws IOException {
        assertThat(recipes("recettes.md")).isEqualTo(recipes("recipes.md"));
    }

    private static Map<String, String> recipes(String page) throws IOException {
        Map<String, String> recipes = new LinkedHashMap<>();
        Matcher matcher = RECIPE.matcher(Files.readString(DOCS.resolve(page)));
        while (matcher.find()) {
            recipes.put(matcher.group(1), matcher.group(2));
        }
        return recipes;
    }

    private static DynamicNode tests(String name, String drl) {
        CaseFolder folder = new CaseFolder(DOCS.resolve("recipes").resolve(name));
        List<DynamicNode> tests = new ArrayList<>();
        Set<String> fired = new TreeSet<>();
        List<String> rules = new ArrayList<>();
        RuleSet[] set = new RuleSet[1];
        tests.add(dynamicTest("compiles, and its files are those that expected.json lists", () -> {
            CompiledRules compiled = RecipeCompiler.compile(name + ".drl", drl);
            compiled.rules().forEach(rule -> rules.add(rule.rule()));
            List<Model> models = compiled.models();
            set[0] = RuleSet.joined(RuleSet.builtInPacks(), List.of(new RuleSet.Part(models, compiled.rules(), models.get(0).getClass().getClassLoader())));
            assertThat(folder.filesThere()).isNotEmpty().isEqualTo(folder.filesListed());
            assertThat(compiled.rules()).allSatisfy(rule -> assertThat(rule.because()).containsOnlyKeys("en", "fr"));
        }));
        folder.filesListed().forEach(file -> tests.add(dynamicTest(file, () -> CaseFoldersTest.prove(set[0], folder, file, rule -> fired.add(rule.rule())))));
        tests.add(dynamicTest("each of its rules is fired by a message", () -> assertThat(fired).containsAll(rules)));
        return dynamicContainer(name, tests);
    }
}
