package org.tripostal.mail;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

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
     * The tightest limit on the way to any of these people: their providers', and for those whose provider is not known the one of the settings. Where the
     * settings name one, somebody chose it, and it holds for all.
     */
    public SizeLimit tightest(List<Mailbox> recipients, NetiquetteLimits settings) {
        boolean chosen = settings.attachmentBytes() != NetiquetteLimits.DEFAULT.attachmentBytes();
        List<SizeLimit> known = recipients.stream().map(person -> limit(person.domain(), settings)).filter(Objects::nonNull).toList();
        Stream<SizeLimit> usual = chosen || recipients.isEmpty() || known.size() < recipients.size() ? Stream.of(new SizeLimit(settings.attachmentBytes(), "")) : Stream.empty();
        return Stream.concat(usual, known.stream()).min(Comparator.comparingLong(SizeLimit::bytes)).orElseThrow();
    }

    private SizeLimit limit(String domain, NetiquetteLimits settings) {
        Long named = settings.providerBytes().get(domain);
        return named != null ? new SizeLimit(named, domain) : byDomain.get(domain);
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
