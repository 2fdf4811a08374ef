package org.tripostal.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tripostal.mail.Route;

/** Lines of {@code routes.csv} that stand in each other's way. */
public final class RouteConflicts {

    private RouteConflicts() {}

    /** How two lines are at odds. */
    public enum Kind {
        /** The same sender stands above, and the line never counts. */
        NEVER_COUNTS,
        /** An address goes elsewhere than the rest of its domain: meant so, mostly, but worth seeing. */
        EXCEPTION
    }

    /**
     * A line at odds with another.
     *
     * @param line the line in the file, from 1; 0 where it does not matter
     * @param other the sender that it is at odds with
     * @param otherFolder where that one goes
     */
    public record Conflict(Kind kind, int line, String from, String folder, String other, String otherFolder) {}

    /** The conflicts of a file, those that never count first. */
    public static List<Conflict> in(Path file) {
        RoutesReader reader = new RoutesReader(new Problems(file, Locale.ENGLISH));
        List<Route> routes = reader.read(file);
        Map<String, String> folders = new HashMap<>();
        Map<String, Route> domains = new LinkedHashMap<>();
        for (Route route : routes) {
            folders.put(route.sender(), route.folder());
            if (!route.domain().isEmpty()) {
                domains.put(route.domain(), route);
            }
        }
        Stream<Conflict> dead = reader.repeated().stream()
                .map(line -> new Conflict(Kind.NEVER_COUNTS, line.line(), line.from(), line.folder(), line.from(), folders.get(line.from())));
        Stream<Conflict> exceptions = routes.stream()
                .map(route -> exception(route, domains.get(route.from().substring(route.from().indexOf('@') + 1))))
                .filter(Objects::nonNull);
        return Stream.concat(dead, exceptions).toList();
    }

    private static Conflict exception(Route route, Route domain) {
        return domain == null || route.from().isEmpty() || domain.folder().equals(route.folder())
                ? null
                : new Conflict(Kind.EXCEPTION, 0, route.from(), route.folder(), domain.sender(), domain.folder());
    }
}
