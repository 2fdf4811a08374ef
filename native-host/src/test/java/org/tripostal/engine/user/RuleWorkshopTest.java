package org.tripostal.engine.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripostal.engine.RuleError;
import org.tripostal.engine.RuleInfo;
import org.tripostal.engine.RuleSet;
import org.tripostal.engine.compile.InThisProcess;

/** The folder of a user's rules: what is in force, and what is told of the rest. */
class RuleWorkshopTest {

    @TempDir
    Path folder;

    private final InThisProcess compiler = new InThisProcess();
    private Path rules;
    private Path cache;
    private RuleWorkshop workshop;

    @BeforeEach
    void open() throws IOException {
        rules = Files.createDirectories(folder.resolve("rules"));
        cache = folder.resolve("cache/rules");
        workshop = again();
    }

    /** As the program does when it starts anew. */
    private RuleWorkshop again() {
        return new RuleWorkshop(rules, cache, compiler);
    }

    private static String drl(String rule, String field) {
        return "package my.rules\nimport org.tripostal.mail.IncomingMessage\nimport org.tripostal.action.Flag\nrule \"" + rule + "\"\nwhen\n  IncomingMessage(" + field
                + " == \"x\")\nthen\n  insert(new Flag());\nend\n";
    }

    private void write(String name, String text) throws IOException {
        Path file = rules.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> inForce(UserRules found) {
        return found.inForce().stream().flatMap(file -> file.rules().rules().stream()).map(rule -> rule.pack() + ": " + rule.rule()).toList();
    }

    private static List<String> keys(UserRules found) {
        return found.errors().values().stream().flatMap(List::stream).map(RuleError::key).toList();
    }

    @Test
    void withoutAFolderThereAreNoRulesAndNothingIsWrong() throws IOException {
        Files.delete(rules);
        UserRules found = workshop.upToDate();
        assertThat(found.inForce()).isEmpty();
        assertThat(found.errors()).isEmpty();
        assertThat(cache).doesNotExist();
    }

    @Test
    void packsAreNamedAfterTheFolderAndOnlyWhatChangedIsCompiled() throws IOException {
        write("a.drl", drl("A", "subject"));
        write("work/deep/b.drl", drl("B", "subject"));
        assertThat(inForce(workshop.upToDate())).containsExactly("user: A", "user/work: B");
        assertThat(compiler.compiled()).containsExactly("a.drl", "work/deep/b.drl");
        write("a.drl", drl("A2", "subject"));
        assertThat(inForce(workshop.upToDate())).containsExactly("user: A2", "user/work: B");
        assertThat(compiler.compiled()).containsExactly("a.drl");
        assertThat(inForce(again().upToDate())).containsExactly("user: A2", "user/work: B");
        assertThat(compiler.compiled()).isEmpty();
    }

    @Test
    void anErrorInOneFileLeavesTheOthersAndItsOwnLastGoodVersionInForce() throws IOException {
        write("a.drl", drl("A", "subject"));
        write("b.drl", drl("B", "subject"));
        workshop.upToDate();
        write("a.drl", drl("A", "sender"));
        UserRules found = workshop.upToDate();
        assertThat(inForce(found)).containsExactly("user: A", "user: B");
        assertThat(keys(found)).containsExactly("unknownField.nearest");
        assertThat(keys(again().upToDate())).as("after a new start, from the cache").containsExactly("unknownField.nearest");
        assertThat(inForce(again().upToDate())).containsExactly("user: A", "user: B");
        write("a.drl", drl("A mended", "subject"));
        found = workshop.upToDate();
        assertThat(inForce(found)).containsExactly("user: A mended", "user: B");
        assertThat(found.errors()).isEmpty();
    }

    @Test
    void aFileThatIsRemovedIsNoLongerInForce() throws IOException {
        write("a.drl", drl("A", "subject"));
        write("b.drl", drl("B", "subject"));
        workshop.upToDate();
        Files.delete(rules.resolve("a.drl"));
        assertThat(inForce(workshop.upToDate())).containsExactly("user: B");
    }

    @Test
    void twoFilesOfOneDrlPackageAndTwoRulesOfOneNameStandSideBySide() throws IOException {
        write("a.drl", drl("Same", "subject"));
        write("b.drl", drl("Same", "from"));
        write("c.drl", drl("Same", "from").replace("package my.rules\n", "// no package\n"));
        UserRules found = workshop.upToDate();
        RulesInForce joined = RulesInForce.of(RuleSet.builtInPacks(), found, SetAside.read(folder.resolve("aside.json")), pack -> true);
        assertThat(joined.set().rules().stream().filter(rule -> rule.rule().equals("Same")).map(RuleInfo::file)).containsExactly("a.drl", "b.drl", "c.drl");
        assertThat(joined.problems(org.tripostal.Messages.in(java.util.Locale.ENGLISH))).isEmpty();
    }

    @Test
    void theCacheMayBeDeletedOrDamagedAtAnyTime() throws IOException {
        write("a.drl", drl("A", "subject"));
        workshop.upToDate();
        compiler.compiled();
        try (Stream<Path> jars = Files.list(cache)) {
            for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.write(jar, new byte[] {1, 2, 3});
            }
        }
        assertThat(inForce(again().upToDate())).containsExactly("user: A");
        assertThat(compiler.compiled()).containsExactly("a.drl");
        org.tripostal.Deleted.folder(cache);
        assertThat(inForce(workshop.upToDate())).as("what is loaded needs no cache").containsExactly("user: A");
        assertThat(inForce(again().upToDate())).containsExactly("user: A");
        assertThat(compiler.compiled()).containsExactly("a.drl");
    }

    @Test
    void severalProgramsAtOnceShareACacheWithoutHarm() throws Exception {
        for (int i = 0; i < 5; i++) {
            write(i + ".drl", drl("R" + i, i == 3 ? "sender" : "subject"));
        }
        ExecutorService programs = Executors.newFixedThreadPool(3);
        try {
            List<Callable<List<String>>> looks = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                looks.add(() -> inForce(new RuleWorkshop(rules, cache, new InThisProcess()).upToDate()));
            }
            for (Future<List<String>> look : programs.invokeAll(looks)) {
                assertThat(look.get()).containsExactly("user: R0", "user: R1", "user: R2", "user: R4");
            }
        } finally {
            programs.shutdownNow();
        }
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".tmp"))).isEmpty();
        }
    }

    @Test
    void aFolderThatVanishesIsToldAndItsRulesAreGone() throws IOException {
        write("a.drl", drl("A", "subject"));
        workshop.upToDate();
        org.tripostal.Deleted.folder(rules);
        UserRules found = workshop.upToDate();
        assertThat(found.inForce()).isEmpty();
        assertThat(keys(found)).containsExactly("vanished");
        write("a.drl", drl("A", "subject"));
        found = workshop.upToDate();
        assertThat(inForce(found)).containsExactly("user: A");
        assertThat(found.errors()).isEmpty();
    }

    @Test
    void whatIsNoRuleFileIsToldAndCostsOnlyItself() throws IOException {
        write("good.drl", drl("Good", "subject"));
        Files.write(rules.resolve("latin.drl"), ("// caf\u00e9\n" + drl("Latin", "subject")).getBytes(StandardCharsets.ISO_8859_1));
        try (var large = Files.newByteChannel(rules.resolve("large.drl"), Set.of(java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE))) {
            large.position(50L << 20).write(java.nio.ByteBuffer.wrap(new byte[] {'x'}));
        }
        Files.createSymbolicLink(Files.createDirectories(rules.resolve("loop")).resolve("up"), rules);
        Files.createDirectories(rules.resolve("folder.drl"));
        write(".hidden.drl", "nonsense");
        write("notes.txt", "nonsense");
        UserRules found = workshop.upToDate();
        assertThat(inForce(found)).containsExactly("user: Good");
        assertThat(keys(found)).containsExactlyInAnyOrder("notUtf8", "tooLarge", "loop");
        assertThat(found.errors().get(rules.resolve("latin.drl")).get(0).line()).isEqualTo(1);
    }

    @Test
    void ofTenThousandFilesTheFirstAreTaken() throws IOException {
        for (int i = 0; i < 10_000; i++) {
            Files.writeString(rules.resolve("f%05d.drl".formatted(i)), "package p\n");
        }
        Compiler none = (files, cache) -> {
            for (RuleFile file : files) {
                cache.putErrors(file.key(), List.of());
            }
            return java.util.Map.of();
        };
        UserRules found = new RuleWorkshop(rules, cache, none).upToDate();
        assertThat(found.errors().get(rules)).extracting(RuleError::key).containsExactly("tooManyFiles");
        assertThat(found.errors().get(rules).get(0).values()).containsEntry("count", "10000").containsEntry("limit", "500").containsEntry("last", "f00499.drl");
    }
}
