package org.tripostal.endtoend;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Home;
import org.tripostal.driver.Letter;
import org.tripostal.driver.Pages;

/** The pages that fill a tab, with something in them, in the light and in the dark theme: nothing is cut off or without words. */
class TabPagesIT extends Pictures {


    @Override
    void arrange(Home home) throws IOException {
        super.arrange(home);
        home.configure("settings.yaml", "active: true\n");
        home.configure("routes.csv", "from,folder\nann@example.org,Family\n@club.example,Club/News/Été\nann@example.org,Friends\nboss@club.example,Work\n");
    }

    @Test
    void pagesAreWhole() throws Exception {
        addon.awaitReady();
        awaitIn("Family", deliver(Letter.from("Ann <ann@example.org>").with("Subject", "Sunday at the lake, with a subject that is longer than any line is wide")));
        awaitIn("Club/News/Été", deliver(Letter.from("Club <news@club.example>").with("Subject", "The regatta")));
        awaitIn("Junk", deliver(Letter.from("Win <win@prize.example>").with("Subject", "You have won").with("X-Spam-Flag", "YES")));
        awaitIn("Lists/users", deliver(Letter.from("Zoe <zoe@example.net>").with("Subject", "Re: fonts").with("List-Id", "<users.lists.example.net>")));
        Letter stays = deliver(Letter.from("Bob <bob@elsewhere.example>").with("Subject", "Nobody sorts this"));
        assertStays(stays);
        awaitIdle();
        Pages pages = new Pages(thunderbird);
        for (String theme : THEMES) {
            thunderbird.theme(theme);
            AddonPage space = pages.openSpace();
            space.type("#period", "week");
            space.text("#groups .group");
            space.text("#did-section h2");
            keep("space-" + theme, "mail:3pane", space);
            reader.closeTabs();

            AddonPage always = pages.open("pages/always.html?message=" + reader.number(stays, "account1", "/INBOX") + "&into=Friends");
            always.text("#run-do");
            keep("always-" + theme, "mail:3pane", always);
            reader.closeTabs();

            AddonPage sort = pages.open("pages/sort.html?account=account1&path=/INBOX");
            sort.click("#preview");
            sort.text("#run[data-state='done'] #run-touched");
            keep("sort-" + theme, "mail:3pane", sort);
            reader.closeTabs();

            AddonPage routes = pages.open("pages/routes.html");
            routes.run("document.querySelectorAll('#conflicts-section details').forEach(one => { one.open = true; })");
            keep("routes-" + theme, "mail:3pane", routes);
            reader.closeTabs();

            AddonPage welcome = pages.open("pages/welcome.html");
            welcome.click("#preview");
            welcome.text("#run[data-state='done'] #run-touched");
            keep("welcome-" + theme, "mail:3pane", welcome);
            reader.closeTabs();
        }
    }
}
