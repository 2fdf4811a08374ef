package org.tripostal.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tripostal.action.Severity;

/** The kinds of value that a setting can have, read from its text. Empty where the text is none of that kind. */
final class SettingValue {

    private static final Pattern SIZE = Pattern.compile("(\\d+(?:[.,]\\d+)?)\\s*(b|bytes|octets|o|k|kb|ko|kib|m|mb|mo|mib|g|gb|go|gib)?");
    private static final Map<Character, Long> UNITS = Map.of('b', 1L, 'o', 1L, 'k', 1L << 10, 'm', 1L << 20, 'g', 1L << 30);

    private SettingValue() {}

    /** {@code true} or {@code false}; also {@code yes}/{@code no} and {@code on}/{@code off}, as YAML 1.1 had them. */
    static Optional<Boolean> yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> Optional.of(true);
            case "false", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Whose learner: {@code account} for one of each account, {@code shared} for one of all. */
    static Optional<Boolean> perAccount(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "account" -> Optional.of(true);
            case "shared" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A whole number, from {@code least} to a million. */
    static Optional<Integer> wholeNumber(String text, int least) {
        if (!text.matches("\\d{1,7}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(text);
        return number >= least && number <= 1_000_000 ? Optional.of(number) : Optional.empty();
    }

    /** A share: {@code 0.7}, {@code 0,7} or {@code 70 %}; above 0, at most 1. */
    static Optional<Double> share(String text) {
        Matcher matcher = Pattern.compile("(\\d{1,3}(?:[.,]\\d+)?)\\s*(%?)").matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(matcher.group(1).replace(',', '.')) / (matcher.group(2).isEmpty() ? 1 : 100);
        return number > 0 && number <= 1 ? Optional.of(number) : Optional.empty();
    }

    /** A size: {@code 5 MB}, {@code 5 Mo}, {@code 500 kB}, or a number of bytes. A kB is 1,024 bytes, as mail programs count. */
    static Optional<Long> bytes(String text) {
        Matcher matcher = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long unit = matcher.group(2) == null ? 1 : UNITS.get(matcher.group(2).charAt(0));
        double bytes = Double.parseDouble(matcher.group(1).replace(',', '.')) * unit;
        return bytes >= 1 && bytes < Long.MAX_VALUE ? Optional.of((long) bytes) : Optional.empty();
    }

    /** A folder's path relative to an account's root: names with {@code /} between them; one at either end is left out. */
    static Optional<String> folder(String text) {
        String path = text.strip().replaceAll("^/+|/+$", "");
        boolean named = !path.isEmpty()
                && path.chars().noneMatch(Character::isISOControl)
                && Pattern.compile("/").splitAsStream(path).noneMatch(name -> name.isBlank() || name.equals(".") || name.equals(".."));
        return named ? Optional.of(path) : Optional.empty();
    }

    /** How much a finding weighs: {@code tip}, {@code ask} or {@code block}. */
    static Optional<Severity> severity(String text) {
        return Arrays.stream(Severity.values()).filter(severity -> severity.word().equals(text.toLowerCase(Locale.ROOT))).findFirst();
    }

    /** Names of servers, separated by commas or spaces, in lower case. */
    static Optional<Set<String>> hosts(String text) {
        Set<String> hosts = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,\\s]+")).filter(host -> !host.isEmpty()).collect(Collectors.toSet());
        return hosts.stream().allMatch(host -> host.matches("[\\p{L}\\p{N}._-]+")) ? Optional.of(hosts) : Optional.empty();
    }
}
