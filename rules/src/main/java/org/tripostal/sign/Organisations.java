package org.tripostal.sign;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tripostal.mail.Site;

/** Organisations whose names fraud borrows, and the sites they write from ({@code organisations.txt}). */
final class Organisations {

    static final Organisations BUILT_IN = new Organisations(Table.lines("organisations.txt"));

    private static final Set<String> COMMON = Set.of("com", "net", "org", "info", "eu");
    private static final int SHORTEST_LOOK_ALIKE = 6;

    private final Map<String, Set<String>> sites = new HashMap<>();
    private final Set<String> labels = new HashSet<>();

    private Organisations(List<String> lines) {
        for (String line : lines) {
            int colon = line.indexOf(':');
            Set<String> own = new HashSet<>(Arrays.asList(line.substring(colon + 1).strip().split("\\s*,\\s*")));
            sites.put(line.substring(0, colon), own);
            own.stream().filter(label -> label.indexOf('.') < 0 && label.length() >= SHORTEST_LOOK_ALIKE).forEach(labels::add);
        }
    }

    /** The organisation that a folded text names, where the domain is none of that organisation's. */
    Optional<String> posing(String folded, String domain) {
        List<String> words = Phrases.words(folded);
        for (int from = 0; from < words.size(); from++) {
            StringBuilder name = new StringBuilder();
            for (int to = from; to < Math.min(words.size(), from + 4); to++) {
                name.append(to == from ? "" : " ").append(words.get(to));
                Set<String> own = sites.get(name.toString());
                if (own != null && !isOwn(own, domain)) {
                    return Optional.of(name.toString());
                }
            }
        }
        return Optional.empty();
    }

    /** The label of an organisation's site that this domain imitates: one letter off, or with words added ({@code paypal-secure.example}). */
    Optional<String> lookAlike(String domain) {
        String site = Site.ofHost(domain);
        int dot = site.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String label = plain(site.substring(0, dot));
        if (labels.contains(site.substring(0, dot))) {
            return Optional.empty();
        }
        for (String known : labels) {
            if (label.equals(known) || near(label, known) || label.contains("-") && Arrays.asList(label.split("-")).contains(known)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private static String plain(String label) {
        return label.replace('0', 'o').replace('1', 'l').replace("rn", "m").replace("vv", "w");
    }

    /** One letter too many, too few or another, or two exchanged; only for names long enough that this is no chance. */
    private static boolean near(String label, String known) {
        if (known.length() < SHORTEST_LOOK_ALIKE + 1 || Math.abs(label.length() - known.length()) > 1 || label.charAt(0) != known.charAt(0)) {
            return false;
        }
        int i = 0;
        while (i < Math.min(label.length(), known.length()) && label.charAt(i) == known.charAt(i)) {
            i++;
        }
        String restOfLabel = label.substring(i);
        String restOfKnown = known.substring(i);
        return restOfLabel.length() > restOfKnown.length() && restOfLabel.substring(1).equals(restOfKnown)
                || restOfKnown.length() > restOfLabel.length() && restOfKnown.substring(1).equals(restOfLabel)
                || restOfLabel.length() == restOfKnown.length() && restOfLabel.length() > 0 && restOfLabel.substring(1).equals(restOfKnown.substring(1))
                || restOfLabel.length() == restOfKnown.length() && restOfLabel.length() > 1 && restOfLabel.charAt(0) == restOfKnown.charAt(1)
                        && restOfLabel.charAt(1) == restOfKnown.charAt(0) && restOfLabel.substring(2).equals(restOfKnown.substring(2));
    }

    static boolean isOwn(Set<String> own, String domain) {
        String site = Site.ofHost(domain);
        if (own.contains(site)) {
            return true;
        }
        int dot = site.indexOf('.');
        String label = dot < 0 ? site : site.substring(0, dot);
        String rest = dot < 0 ? "" : site.substring(dot + 1);
        boolean usual = COMMON.contains(rest) || rest.length() == 2 || rest.length() <= 6 && rest.indexOf('.') > 0 || rest.equals(label);
        return usual && own.contains(label) || own.contains(rest.substring(rest.lastIndexOf('.') + 1)) && rest.length() > 3;
    }
}
