package org.tripostal.engine;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a rule from its source; the compiled rule itself has lost it.
 *
 * @param pack the pack, for example {@code sorting}
 * @param rule the rule's name, a sentence
 * @param drlPackage the DRL package, unique per file
 * @param file the file, relative to the folder of the packs
 * @param line where the rule starts, from 1
 * @param order its place among all rules: by pack, file and place in the file
 * @param precedence how strong its placements are
 * @param because its sentence by language ({@code en}, {@code fr}), with {@code {names}} of bound variables; empty where the author gave none
 * @param looksAt the simple names of the fact types in its conditions
 * @param bindings variable to the field it is bound to, for example {@code $from} to {@code from}; only fields of the message itself
 * @param sentence what its conditions and decisions say, as a sentence, by language ({@code en}, {@code fr})
 */
@JsonIgnoreProperties(value = {"needsBody", "evidence", "ofOrganisation"}, allowGetters = false)
public record RuleInfo(
        String pack, String rule, String drlPackage, String file, int line, int order, Precedence precedence, Map<String, String> because,
        Set<String> looksAt, Map<String, String> bindings, Map<String, String> sentence) {

    /** The pack of an organisation's files that lie in its rules folder itself; those in a folder below it are {@code organisation/<folder>}. */
    public static final String ORGANISATION = "organisation";

    private static final Set<String> COSTS_A_DOWNLOAD = Set.of("Body", "Link", "Attachment", "Sign", "Learned");

    public RuleInfo {
        // An index that an older program wrote has none.
        sentence = sentence == null ? Map.of() : sentence;
    }

    /** A rule of which no sentence is known. */
    public RuleInfo(
            String pack, String rule, String drlPackage, String file, int line, int order, Precedence precedence, Map<String, String> because,
            Set<String> looksAt, Map<String, String> bindings) {
        this(pack, rule, drlPackage, file, line, order, precedence, because, looksAt, bindings, Map.of());
    }

    /** The same rule at another place among all rules. */
    RuleInfo at(int place) {
        return new RuleInfo(pack, rule, drlPackage, file, line, place, precedence, because, looksAt, bindings, sentence);
    }

    /** The same rule with placements of another strength. */
    public RuleInfo with(Precedence other) {
        return new RuleInfo(pack, rule, drlPackage, file, line, order, other, because, looksAt, bindings, sentence);
    }

    /** Whether it comes from the organisation: then the user's settings do not change it. */
    public boolean ofOrganisation() {
        return isOfOrganisation(pack);
    }

    /** Whether a pack of this name comes from the organisation. */
    public static boolean isOfOrganisation(String pack) {
        return pack.equals(ORGANISATION) || pack.startsWith(ORGANISATION + "/");
    }

    /** Whether it is about incoming mail and looks at what Thunderbird may have to download. */
    public boolean needsBody() {
        return !looksAt.contains("OutgoingMessage") && looksAt.stream().anyMatch(COSTS_A_DOWNLOAD::contains);
    }

    /** Whether it only weighs a message, by a built-in pack: what it says cannot move mail that is settled otherwise. */
    public boolean evidence() {
        return pack.equals("spam");
    }
}
