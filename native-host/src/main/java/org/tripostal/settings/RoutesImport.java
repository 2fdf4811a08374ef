package org.tripostal.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tripostal.mail.Route;

/**
 * What a list of routes from elsewhere would change, before it is taken in.
 *
 * @param added senders who had no route
 * @param changed senders whose route led elsewhere
 * @param same how many are as they were
 * @param problems lines that cannot be taken, and lines that never count
 */
public record RoutesImport(List<Route> added, List<Changed> changed, int same, List<Problem> problems) {

    /** A sender whose route would lead elsewhere. @param before the folder of the moment */
    public record Changed(Route route, String before) {}

    /**
     * Compares a list with the routes in force.
     *
     * @param text CSV, as {@code routes.csv} is written
     * @param name what the problems call the list
     */
    public static RoutesImport of(String text, String name, List<Route> inForce, Locale locale) {
        Problems problems = new Problems(Path.of(name), locale);
        RoutesReader reader = new RoutesReader(problems);
        Map<String, String> folders = new HashMap<>();
        inForce.forEach(route -> folders.put(route.sender(), route.folder()));
        List<Route> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        int same = 0;
        for (Route route : reader.read(text)) {
            String before = folders.get(route.sender());
            if (before == null) {
                added.add(route);
            } else if (before.equals(route.folder())) {
                same++;
            } else {
                changed.add(new Changed(route, before));
            }
        }
        reader.repeated().forEach(line -> problems.add(line.line(), "routes.repeated", Map.of("from", line.from(), "folder", line.folder())));
        return new RoutesImport(added, changed, same, problems.found());
    }

    /** All that is to be written. */
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(added);
        changed.forEach(one -> routes.add(one.route()));
        return routes;
    }
}
