package org.tripostal.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tripostal.driver.Account;
import org.tripostal.driver.Addon;
import org.tripostal.driver.Await;
import org.tripostal.driver.Display;
import org.tripostal.driver.Home;
import org.tripostal.driver.Pages;
import org.tripostal.driver.Scene;
import org.tripostal.driver.Screenshot;
import org.tripostal.driver.Stage;
import org.tripostal.driver.Thunderbird;

/**
 * Shows Tripostal at work in a real Thunderbird, on mail written for the purpose, in a throwaway folder. Arguments: the image, the add-on.
 * Exit status 0 when all happened as it should.
 */
public final class Demo {

    private static final Account CAMILLE = Account.of("camille@example.org", "Camille Martin");

    private final Teller teller;
    private final Path folder;

    private Demo(Teller teller, Path folder) {
        this.teller = teller;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Teller teller = new Teller(Locale.getDefault());
        Demo demo = new Demo(teller, Files.createTempDirectory("tripostal-demo-"));
        boolean screen = Display.hasScreen();
        teller.say("starting");
        long start = System.nanoTime();
        try (Stage stage = new Stage(demo.folder, Path.of(args[0]), Path.of(args[1]), List.of(CAMILLE), language(),
                screen ? Display.screen() : Display.virtual(demo.folder))) {
            install(stage.home());
            Thunderbird thunderbird = stage.start();
            new Addon(thunderbird).awaitReady();
            teller.say("started", (System.nanoTime() - start) / 1_000_000_000, demo.folder);
            demo.playOrKeepEvidence(stage);
            if (screen) {
                thunderbird.handOver();
                teller.chapter("stays");
                Await.until("Thunderbird to be quit", Duration.ofDays(7), () -> !thunderbird.isRunning());
            }
        }
        if (!teller.allWell()) {
            teller.chapter("failed");
            System.exit(1);
        }
    }

    /** As a user does it: the program is registered, the routes are written down, and sorting is switched on. */
    private static void install(Home home) throws IOException {
        home.tripostal("register");
        home.configure("routes.csv", new String(Incoming.resource("routes.csv"), StandardCharsets.UTF_8));
        home.configure("settings.yaml", "active: true\n");
    }

    private void playOrKeepEvidence(Stage stage) throws Exception {
        try {
            play(stage);
        } catch (Exception | AssertionError e) {
            Scene.keep(stage.thunderbird(), folder, "failed");
            teller.say("folder", folder);
            throw e;
        }
    }

    private void play(Stage stage) throws Exception {
        IncomingScene incoming = new IncomingScene(stage, CAMILLE, teller);
        incoming.play();
        Path mailbox = folder.resolve("mailbox.png");
        MailWindow.showInbox(stage.thunderbird());
        Files.write(mailbox, Screenshot.of(stage.thunderbird(), "mail:3pane"));
        Path space = folder.resolve("space.png");
        new Pages(stage.thunderbird()).openSpace().text("#groups .group");
        Files.write(space, Screenshot.of(stage.thunderbird(), "mail:3pane"));
        Path review = folder.resolve("review.png");
        OutgoingScene outgoing = new OutgoingScene(stage, teller, review);
        outgoing.play();

        teller.chapter("table");
        Map<String, Integer> table = new TreeMap<>();
        stage.server().mailbox(CAMILLE).whereabouts().values().forEach(name -> table.merge(name, 1, Integer::sum));
        table.forEach(teller::row);
        teller.say("table.total", incoming.rightlyPlaced(), incoming.messages(), outgoing.left(), outgoing.held());
        teller.say("pictures", mailbox, space, review);
        teller.say("folder", folder);
    }

    private static String language() {
        String language = Locale.getDefault().getLanguage();
        return language.equals("fr") && Thunderbird.speaks("fr") ? "fr" : "en-US";
    }
}
