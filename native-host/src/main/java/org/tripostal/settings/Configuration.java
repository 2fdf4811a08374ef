package org.tripostal.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tripostal.engine.user.RuleNamesOfUser;
import org.tripostal.mail.AwaitedLimits;
import org.tripostal.mail.NetiquetteLimits;
import org.tripostal.mail.ProviderLimits;
import org.tripostal.mail.Route;
import org.tripostal.mail.SpamLimits;

/**
 * All that the user's files say at one moment.
 *
 * @param settings settings.yaml
 * @param routes routes.csv, each address and each domain once
 * @param problems what could not be taken
 */
public record Configuration(Settings settings, List<Route> routes, List<Problem> problems) {

    /**
     * Reads the files afresh. What cannot be read is a problem; a file that is not there is none.
     *
     * @param locale the language of the problems
     */
    public static Configuration load(Folders folders, Locale locale) {
        Problems settingsProblems = new Problems(folders.settings(), locale);
        Settings settings = new SettingsReader(
                settingsProblems, () -> RuleNamesOfUser.below(folders.rules()), () -> RuleNamesOfUser.below(folders.organisation().rules())).read(folders.settings());
        Problems routeProblems = new Problems(folders.routes(), locale);
        List<Route> routes = new RoutesReader(routeProblems).read(folders.routes());
        List<Problem> problems = new ArrayList<>(settingsProblems.found());
        problems.addAll(routeProblems.found());
        return new Configuration(settings, routes, problems);
    }

    /** What the rules see of it: the limits and the routes. */
    public List<Object> facts() {
        return facts(settings.limits());
    }

    /** The same, with all that custom allows in netiquette switched off. */
    public List<Object> strictFacts() {
        return facts(settings.limits().strictly());
    }

    private List<Object> facts(NetiquetteLimits limits) {
        List<Object> facts = new ArrayList<>();
        facts.add(limits);
        facts.add(ProviderLimits.KNOWN);
        facts.add(settings.folders());
        facts.add(SpamLimits.DEFAULT);
        facts.add(AwaitedLimits.DEFAULT);
        facts.addAll(routes);
        return facts;
    }
}
