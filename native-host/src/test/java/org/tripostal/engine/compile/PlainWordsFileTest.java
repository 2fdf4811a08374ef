package org.tripostal.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tripostal.engine.RuleError;
import org.tripostal.engine.RuleInfo;
import org.tripostal.engine.user.CompileJob;
import org.tripostal.engine.user.CompiledRules;
import org.tripostal.engine.words.SentenceList;

class PlainWordsFileTest {

    static {
        System.setProperty("drools.dialect.java.compiler.lnglevel", "17");
    }

    private static List<RuleInfo> compiled(String text) throws CompileException, IOException {
        return CompiledRules.ofJar(UserFileCompiler.compile(new CompileJob("key", "a.dslr", "user", "tripostal.user.a", text, ""))).rules();
    }

    static List<SentenceList> lists() {
        return SentenceList.builtIn();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everySentenceOfTheListCompilesAndPassesTheGuard(SentenceList list) throws CompileException, IOException {
        List<String> rules = new ArrayList<>();
        list.text().lines().filter(line -> line.startsWith("[when]")).forEach(line -> rules.add(rule(rules.size(), filled(line), "")));
        list.text().lines().filter(line -> line.startsWith("[then]")).forEach(line -> rules.add(rule(rules.size(), "> IncomingMessage()", filled(line))));
        assertThat(compiled(String.join("\n", rules))).hasSameSizeAs(rules);
    }

    private static String rule(int number, String condition, String decision) {
        return "rule \"" + number + "\"\nwhen\n" + condition + "\nthen\n" + decision + "\nend\n";
    }

    /** A sentence as an author writes it. */
    private static String filled(String line) {
        return line.substring("[when][]".length())
                .replaceFirst("(?<!\\\\)=.*", "")
                .replaceAll("\\{(?:count|weight):[^ ]*}", "3")
                .replaceAll("\\{\\w+}", "x.y")
                .replaceAll("\\(\\?:([^|)]*)\\|[^)]*\\)", "$1")
                .replace("?", "");
    }

    @Test
    void whatIsNotAllowedInDrlIsNotAllowedHereAndTheLineIsTheAuthors() {
        assertThatThrownBy(() -> compiled("""
                rule "x"
                when
                    the message is from "a@b.fr"
                    > eval(System.getProperty("user.home") != null)
                then
                    tag it "x"
                end
                """)).isInstanceOfSatisfying(CompileException.class, e -> assertThat(e.errors()).extracting(RuleError::line, RuleError::source, RuleError::key)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(4, "    > eval(System.getProperty(\"user.home\") != null)", "refused.system")));
    }
}
