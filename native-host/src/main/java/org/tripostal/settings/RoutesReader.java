package org.tripostal.settings;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tripostal.mail.Route;

/**
 * Reads {@code routes.csv}: a header {@code from,folder}, then a line for each route. Separated by commas or, as French spreadsheets write it, by
 * semicolons. A line that cannot be taken is a problem, the others count. Of two lines for the same sender the first counts.
 */
final class RoutesReader {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;*\"]+@[^\\s@<>,;*\"]+");
    private static final Pattern LIST = Pattern.compile("<[^\\s<>,;\"]+>");
    private static final Pattern DOMAIN = Pattern.compile("@[^\\s@<>,;*\"]+");

    private final Problems problems;
    private final Set<String> senders = new HashSet<>();
    private final List<Route> routes = new ArrayList<>();
    private final List<Repeated> repeated = new ArrayList<>();

    RoutesReader(Problems problems) {
        this.problems = problems;
    }

    List<Route> read(Path file) {
        return read(UserFile.read(file, problems));
    }

    List<Route> read(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        String firstLine = text.lines().findFirst().orElse("");
        char separator = separator(firstLine);
        int number = 0;
        boolean first = true;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                readLine(number, line, separator, first);
                first = false;
            }
        }
        return List.copyOf(routes);
    }

    /** Each line by itself: a quotation mark that is left open must not swallow the lines below it. */
    private void readLine(int number, String text, char separator, boolean first) {
        if (text.chars().filter(c -> c == '"').count() % 2 != 0) {
            problems.add(number, "routes.openQuote", Map.of());
            return;
        }
        try (CsvReader<CsvRecord> records = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
            for (CsvRecord line : records) {
                if (first && isHeader(line)) {
                    return;
                }
                if (first) {
                    problems.add(number, "routes.noHeader", Map.of());
                }
                take(number, line);
            }
        } catch (CsvParseException e) {
            problems.add(number, "routes.notCsv", Map.of("reason", String.valueOf(e.getMessage())));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("a string does not fail to be read", e);
        }
    }

    /** French spreadsheets write semicolons. */
    static char separator(String firstLine) {
        return firstLine.contains(";") && !firstLine.contains(",") ? ';' : ',';
    }

    private static boolean isHeader(CsvRecord line) {
        return line.getFieldCount() >= 2 && line.getField(0).strip().equalsIgnoreCase("from") && line.getField(1).strip().equalsIgnoreCase("folder");
    }

    private void take(int number, CsvRecord line) {
        String written = line.getFieldCount() > 1 ? line.getField(1) : "";
        if (line.getFields().stream().anyMatch(field -> field.indexOf(UserFile.NOT_UTF_8) >= 0)) {
            problems.add(number, "file.notUtf8", Map.of());
        } else if (line.getFieldCount() > 2 && line.getFields().stream().skip(2).anyMatch(field -> !field.isBlank())) {
            problems.add(number, "routes.tooManyColumns", Map.of("count", line.getFieldCount()));
        } else {
            take(number, line.getField(0), written);
        }
    }

    /** Takes one route, or says what is wrong with it. */
    void take(int number, String sender, String path) {
        String from = sender.strip().toLowerCase(Locale.ROOT);
        String written = path.strip();
        Optional<String> folder = SettingValue.folder(written);
        if (!ADDRESS.matcher(from).matches() && !DOMAIN.matcher(from).matches() && !LIST.matcher(from).matches()) {
            problems.add(number, "routes.notAnAddress", Map.of("from", sender.strip()));
        } else if (written.replace("/", "").isBlank()) {
            problems.add(number, "routes.noFolder", Map.of("from", from));
        } else if (folder.isEmpty()) {
            problems.add(number, "routes.notAFolder", Map.of("folder", written));
        } else if (senders.add(from)) {
            routes.add(route(from, folder.get()));
        } else {
            repeated.add(new Repeated(number, from, folder.get()));
        }
    }

    private static Route route(String sender, String folder) {
        if (sender.startsWith("<")) {
            return Route.ofList(sender.substring(1, sender.length() - 1), folder);
        }
        return sender.startsWith("@") ? Route.ofDomain(sender.substring(1), folder) : Route.ofAddress(sender, folder);
    }

    /** A line that never counts, because one above it is about the same sender. */
    record Repeated(int line, String from, String folder) {}

    /** The lines that never count. */
    List<Repeated> repeated() {
        return List.copyOf(repeated);
    }
}
