package org.tripostal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tripostal.Messages;
import org.tripostal.engine.RuleError;
import org.tripostal.engine.RuleInfo;
import org.tripostal.engine.RuleSet;
import org.tripostal.engine.user.CompilerProcess;
import org.tripostal.engine.user.RuleFile;
import org.tripostal.engine.user.RuleFolder;
import org.tripostal.engine.user.RuleSources;
import org.tripostal.engine.user.RuleWorkshop;
import org.tripostal.engine.user.RulesInForce;
import org.tripostal.engine.user.SetAside;
import org.tripostal.engine.user.UserRules;
import org.tripostal.settings.Folders;

/** Which rules {@code check} judges by. */
final class CheckRules {

    private RulesInForce wanted;
    private final RulesInForce now;
    private final List<RuleInfo> fresh;
    private final Set<String> packs;

    private CheckRules(RulesInForce wanted, RulesInForce now, List<RuleInfo> fresh, Set<String> packs) {
        this.wanted = wanted;
        this.now = now;
        this.fresh = fresh;
        this.packs = packs;
    }

    /** Whether rules of somebody's own take part: then another process judges. */
    static boolean areNeeded(Folders folders, Path rulesFolder, Set<String> packs) {
        boolean asked = packs.isEmpty() || packs.stream().anyMatch(pack -> !RuleSet.builtInPacks().contains(pack));
        return asked && (rulesFolder != null || !RuleFolder.read(folders.rules(), "").files().isEmpty() || !RuleFolder.read(folders.organisation().rules(), "").files().isEmpty());
    }

    /**
     * The rules that the command asks for; what is not compiled yet is compiled first.
     *
     * @param rulesFolder rules that are not in force yet: they judge as if the folder were copied into that of the rules in force; null for none
     * @param packs the packs that run; all where empty; {@code user} means all of the user's, {@code organisation} all of the organisation's
     * @param usage makes an error of a name that is not that of a pack
     */
    static CheckRules of(Folders folders, Path rulesFolder, Set<String> packs, Locale locale, Function<String, RuntimeException> usage) throws IOException {
        Set<String> builtIn = RuleSet.builtInPacks();
        SetAside setAside = SetAside.read(folders.rulesSetAside());
        if (!packs.isEmpty() && builtIn.containsAll(packs)) {
            return new CheckRules(RulesInForce.of(packs, UserRules.NONE, setAside, pack -> false), null, List.of(), packs);
        }
        CompilerProcess compiler = CompilerProcess.ofProgram();
        UserRules inForce = new RuleSources(folders, compiler).upToDate();
        UserRules fresh = rulesFolder == null ? UserRules.NONE : new RuleWorkshop(rulesFolder, folders.compiledRules(), compiler).upToDate();
        UserRules all = over(inForce, fresh);
        requireKnown(packs, builtIn, all, locale, usage);
        Set<String> chosen = new TreeSet<>(builtIn);
        chosen.removeIf(pack -> !packs.isEmpty() && !packs.contains(pack));
        Predicate<String> ofUser = pack -> isWanted(pack, packs);
        RulesInForce now = rulesFolder == null ? null : RulesInForce.of(chosen, inForce, setAside, ofUser);
        List<RuleInfo> rules = fresh.inForce().stream().flatMap(file -> file.rules().rules().stream()).toList();
        return new CheckRules(RulesInForce.of(chosen, all, setAside, ofUser), now, rules, packs);
    }

    /** As if the fresh files were copied over the others. */
    private static UserRules over(UserRules inForce, UserRules fresh) {
        List<UserRules.InForce> files = new ArrayList<>(inForce.inForce());
        files.removeIf(file -> fresh.inForce().stream().anyMatch(one -> one.name().equals(file.name())));
        files.addAll(fresh.inForce());
        files.sort(UserRules.ORDER);
        Map<Path, List<RuleError>> errors = new LinkedHashMap<>(inForce.errors());
        errors.putAll(fresh.errors());
        return new UserRules(files, errors, List.of());
    }

    /** {@code user} and {@code organisation} mean all packs of theirs. */
    private static boolean isWanted(String pack, Set<String> packs) {
        return packs.isEmpty() || packs.contains(pack) || packs.contains(pack.replaceFirst("/.*", ""));
    }

    private static void requireKnown(Set<String> packs, Set<String> builtIn, UserRules rules, Locale locale, Function<String, RuntimeException> usage) {
        Set<String> known = new TreeSet<>(builtIn);
        known.add(RuleFile.PACK);
        rules.inForce().forEach(file -> known.add(RuleFile.pack(file.name()).replaceFirst("/.*", "")));
        rules.inForce().forEach(file -> known.add(RuleFile.pack(file.name())));
        for (String pack : packs) {
            if (!known.contains(pack)) {
                throw usage.apply(Messages.in(locale).say("check.noSuchPack", Map.of("pack", pack, "packs", String.join(", ", known))));
            }
        }
    }

    /** Those that judge. */
    RulesInForce wanted() {
        return wanted;
    }

    /** Those in force, to compare with; null where there is nothing to compare. */
    RulesInForce now() {
        return now;
    }

    /** Those that are not in force yet. */
    List<RuleInfo> fresh() {
        return fresh;
    }

    /** Without what has been set aside since. */
    void renew() {
        Predicate<String> ofUser = pack -> isWanted(pack, packs);
        wanted = RulesInForce.of(wanted.set().packs(), wanted.user(), wanted.setAside(), ofUser);
    }
}
