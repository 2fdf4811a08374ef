package org.tripostal.endtoend;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.tripostal.driver.Account;
import org.tripostal.driver.Home;

/**
 * Something fails while much mail is sorted, on a Dovecot: every message is there afterwards, once, and where it belongs. Few messages and few faults in every
 * run; {@code docs/reliability.md} names the flags for many.
 */
abstract class UnderFault extends EndToEnd {

    static final Account HERE = Account.of("me@example.org", "Me Example").by(Account.Kind.DOVECOT);

    /** The moments at which things fail. */
    final Random random = new Random(Long.getLong("tripostal.faults.seed", 20261124));

    @Override
    List<Account> accounts() {
        return List.of(HERE);
    }

    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", Flood.ROUTES);
    }

    @BeforeEach
    void theHostRuns() {
        addon.awaitReady();
    }

    /** How often something is to fail: a few times, or as the flag says. */
    static int times(String flag, int few) {
        return Integer.getInteger("tripostal.faults." + flag, few);
    }

    /** Lets a time pass that nobody can foretell: the moment is what is tried. */
    void untilAnyMoment(int atMostMillis) throws InterruptedException {
        Thread.sleep(random.nextInt(atMostMillis));
    }
}
