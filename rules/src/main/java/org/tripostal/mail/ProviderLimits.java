package org.tripostal.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How large a message the well-known mail providers take, by the domain of the address. {@code provider-limits.txt} beside this class names the source of each.
 *
 * @param byDomain the limit by domain, in lower case
 */
public record ProviderLimits(Map<String, SizeLimit> byDomain) {

    private static final long MEGABYTE = 1024 * 1024;

    /** What was known when the program was made. */
    public static final ProviderLimits KNOWN = new ProviderLimits(read());

    public ProviderLimits {
        byDomain = Map.copyOf(byDomain);
    }

    /**
     * The tightest limit on the way to any of these people.
     *
     * @param recipients to whom
     * @param usual the limit for those whose provider is not known, in bytes; where it is not {@link NetiquetteLimits#DEFAULT}'s, somebody chose it, and it
     *     holds for all
     */
    public SizeLimit tightest(List<Mailbox> recipients, long usual) {
        SizeLimit general = new SizeLimit(usual, "");
        boolean chosen = usual != NetiquetteLimits.DEFAULT.attachmentBytes();
        boolean unknown = recipients.stream().anyMatch(person -> !byDomain.containsKey(person.domain()));
        SizeLimit tightest = chosen || unknown || recipients.isEmpty() ? general : null;
        for (Mailbox person : recipients) {
            SizeLimit known = byDomain.get(person.domain());
            if (known != null && (tightest == null || known.bytes() < tightest.bytes())) {
                tightest = known;
            }
        }
        return tightest;
    }

    private static Map<String, SizeLimit> read() {
        Map<String, SizeLimit> limits = new HashMap<>();
        for (String line : Resources.lines("provider-limits.txt")) {
            String[] cells = line.split("\\s*;\\s*");
            for (String domain : cells[2].split("\\s+")) {
                limits.put(domain, new SizeLimit(Long.parseLong(cells[1]) * MEGABYTE, cells[0]));
            }
        }
        return limits;
    }
}
