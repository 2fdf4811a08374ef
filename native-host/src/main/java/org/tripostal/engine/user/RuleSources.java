package org.tripostal.engine.user;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tripostal.engine.RuleError;
import org.tripostal.settings.Folders;
import org.tripostal.settings.Organisation;

/**
 * All rules that are not built in: the user's, and those that an organisation gives to all who use the computer. Both go the same way, by the same guard, cache and errors; the
 * organisation's come before all that is the user's or after it, as it has set, and count only where users cannot change them.
 */
public final class RuleSources {

    private final RuleWorkshop user;
    private final RuleWorkshop organisation;
    private final Organisation given;

    /** Of this user. */
    public RuleSources(Folders folders, Compiler compiler) {
        given = folders.organisation();
        user = new RuleWorkshop(folders.rules(), folders.compiledRules(), compiler);
        organisation = new RuleWorkshop(given.rules(), folders.compiledRules(), compiler, RuleFile.OF_ORGANISATION, given.protection()::objection);
    }

    /** Looks at the folders and at the cache. Compiles nothing, so that it is quick. */
    public UserRules look() throws IOException {
        return user.look().and(inOrder(organisation.look()));
    }

    /** Looks, compiles what has to be, and looks again. */
    public UserRules upToDate() throws IOException {
        return user.upToDate().and(inOrder(organisation.upToDate()));
    }

    private UserRules inOrder(UserRules rules) {
        Organisation.Order order = given.order();
        Map<Path, List<RuleError>> errors = new LinkedHashMap<>(rules.errors());
        if (!order.errors().isEmpty()) {
            errors.put(given.settings(), order.errors());
        }
        return new UserRules(rules.inForce().stream().map(file -> file.with(order.precedence())).toList(), errors, rules.pending());
    }
}
