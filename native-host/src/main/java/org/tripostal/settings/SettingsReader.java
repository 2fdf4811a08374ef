package org.tripostal.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.tripostal.engine.RuleInfo;
import org.tripostal.engine.RuleNames;
import org.tripostal.mail.NetiquetteLimits;
import org.tripostal.mail.SortingFolders;

/** Reads {@code settings.yaml}. A setting that cannot be taken is a problem and keeps its default; the others count. */
final class SettingsReader {

    private static final String NETIQUETTE = "netiquette.";
    private static final Set<String> SECTIONS = Set.of("netiquette", "folders", "packs", "rules", "severity", "spam", "journal", "providers");

    private final Problems problems;
    private final RuleNames names = RuleNames.builtIn();
    private final Map<String, ScalarNode> values = new HashMap<>();

    private final Supplier<RuleNames> ofUser;
    private final Supplier<RuleNames> ofOrganisation;

    /**
     * @param ofUser the names of the user's own packs and rules; asked for where a name is not built in
     * @param ofOrganisation those of the organisation's rules, which settings cannot change; asked for where a name is not the user's either
     */
    SettingsReader(Problems problems, Supplier<RuleNames> ofUser, Supplier<RuleNames> ofOrganisation) {
        this.problems = problems;
        this.ofUser = ofUser;
        this.ofOrganisation = ofOrganisation;
    }

    /** Whether a setting of this name could be one: what may stand in its section is seen when it is read. */
    static boolean isName(String name) {
        int dot = name.indexOf('.');
        return name.equals("active") || dot > 0 && dot < name.length() - 1 && SECTIONS.contains(name.substring(0, dot));
    }

    Settings read(Path file) {
        YamlText.parse(UserFile.read(file, problems), problems).ifPresent(root -> gather("", root));
        NetiquetteLimits usual = NetiquetteLimits.DEFAULT;
        Settings settings = new Settings(
                value("active", Settings.DEFAULT.active(), SettingValue::yesOrNo, "settings.notYesOrNo"),
                new NetiquetteLimits(
                        limit("exposed-recipients", usual.exposedRecipients(), text -> SettingValue.wholeNumber(text, 2), "settings.notAFewPeople"),
                        limit("large-attachment", usual.attachmentBytes(), SettingValue::bytes, "settings.notASize"),
                        providers(),
                        limit("shouting-subject-letters", usual.subjectLetters(), text -> SettingValue.wholeNumber(text, 1), "settings.notANumber"),
                        limit("shouting-subject-words", usual.subjectWords(), text -> SettingValue.wholeNumber(text, 1), "settings.notANumber"),
                        limit("shouting-subject-share", usual.subjectShare(), SettingValue::share, "settings.notAShare"),
                        limit("shouting-body-letters", usual.bodyLetters(), text -> SettingValue.wholeNumber(text, 1), "settings.notANumber"),
                        limit("shouting-body-share", usual.bodyShare(), SettingValue::share, "settings.notAShare"),
                        limit("allow-same-organisation", usual.sameOrganisation(), SettingValue::yesOrNo, "settings.notYesOrNo"),
                        false),
                new SortingFolders(
                        value("folders.self", SortingFolders.DEFAULT.self(), SettingValue::folder, "routes.notAFolder"),
                        value("folders.lists", SortingFolders.DEFAULT.lists(), SettingValue::folder, "routes.notAFolder")),
                new Choices(
                        named("packs.", names.packs(), RuleNames::packs, "settings.noSuchPack", SettingValue::yesOrNo, "settings.notYesOrNo", on -> !on).keySet(),
                        named("rules.", names.rules(), RuleNames::rules, "settings.noSuchRule", SettingValue::yesOrNo, "settings.notYesOrNo", on -> !on).keySet(),
                        named("severity.", names.codes(), RuleNames::codes, "settings.noSuchCode", SettingValue::severity, "settings.notASeverity", severity -> true)),
                value("spam.authentication-servers", Set.of(), SettingValue::hosts, "settings.notHosts"),
                value("spam.learner", Settings.DEFAULT.learnerPerAccount(), SettingValue::perAccount, "settings.notALearner"),
                value("journal.days", Settings.DEFAULT.journalDays(), text -> SettingValue.wholeNumber(text, 1), "settings.notANumber"));
        values.forEach((name, node) -> problems.add(YamlText.line(node), "settings.unknown", Map.of("name", name)));
        return settings;
    }

    /** Sizes by the domain of a provider. */
    private Map<String, Long> providers() {
        Map<String, Long> sizes = new HashMap<>();
        for (String setting : values.keySet().stream().filter(key -> key.startsWith("providers.")).toList()) {
            Long size = value(setting, null, SettingValue::bytes, "settings.notASize");
            if (size != null) {
                sizes.put(setting.substring("providers.".length()).toLowerCase(Locale.ROOT), size);
            }
        }
        return sizes;
    }

    /** Names of settings in a section are written with a dot: {@code netiquette.large-attachment}. */
    private void gather(String prefix, Node node) {
        if (node instanceof ScalarNode nothing && nothing.getValue().isEmpty()) {
            return; // an empty document, as "---" alone is
        }
        if (!(node instanceof MappingNode mapping)) {
            problems.add(YamlText.line(node), "settings.notAMapping", Map.of());
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(YamlText.line(tuple.getKeyNode()), "settings.notAMapping", Map.of());
            } else if (tuple.getValueNode() instanceof ScalarNode value) {
                boolean section = prefix.isEmpty() && SECTIONS.contains(key.getValue());
                if (section && !value.getValue().isEmpty()) {
                    problems.add(YamlText.line(key), "settings.notASection", Map.of("name", key.getValue()));
                } else if (!section) {
                    take(prefix + key.getValue(), value);
                }
            } else if (prefix.isEmpty() && SECTIONS.contains(key.getValue()) && tuple.getValueNode() instanceof MappingNode inner) {
                gather(key.getValue() + ".", inner);
            } else {
                boolean section = prefix.isEmpty() && SECTIONS.contains(key.getValue());
                problems.add(YamlText.line(key), section ? "settings.notASection" : "settings.unknown", Map.of("name", prefix + key.getValue()));
            }
        }
    }

    /** Of two lines for the same setting the last counts, as everywhere in YAML that allows two. */
    private void take(String name, ScalarNode value) {
        ScalarNode before = values.put(name, value);
        if (before != null) {
            problems.add(YamlText.line(before), "settings.repeated", Map.of("name", name, "line", String.valueOf(YamlText.line(value))));
        }
    }

    /** The settings of a section whose names are those of packs, rules or codes; one that does not exist is a problem. */
    private <T> Map<String, T> named(
            String section, Set<String> known, Function<RuleNames, Set<String>> more, String unknown, Function<String, Optional<T>> read, String problem, Predicate<T> wanted) {
        Map<String, T> found = new HashMap<>();
        for (String setting : values.keySet().stream().filter(key -> key.startsWith(section)).toList()) {
            String name = setting.substring(section.length());
            if (!known.contains(name) && !more.apply(ofUser.get()).contains(name)) {
                boolean theirs = RuleInfo.isOfOrganisation(name) || more.apply(ofOrganisation.get()).contains(name);
                problems.add(YamlText.line(values.remove(setting)), theirs ? "settings.ofOrganisation" : unknown, Map.of("name", name, "names", String.join(", ", known)));
                continue;
            }
            T value = value(setting, null, read, problem);
            if (value != null && wanted.test(value)) {
                found.put(name, value);
            }
        }
        return found;
    }

    private <T> T limit(String name, T usual, Function<String, Optional<T>> read, String problem) {
        return value(NETIQUETTE + name, usual, read, problem);
    }

    private <T> T value(String name, T usual, Function<String, Optional<T>> read, String problem) {
        ScalarNode node = values.remove(name);
        if (node == null) {
            return usual;
        }
        Optional<T> value = read.apply(node.getValue().strip());
        if (value.isEmpty()) {
            problems.add(YamlText.line(node), problem, Map.of("name", name, "value", node.getValue(), "folder", node.getValue()));
        }
        return value.orElse(usual);
    }
}
