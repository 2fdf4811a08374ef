package org.tripostal.driver;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the add-on knows and shows, read the way it is documented in the add-on's README. */
public record Addon(Thunderbird thunderbird) {

    public static final String REVIEW = "pages/review.html";
    public static final String STATUS = "pages/status.html";
    public static final String WHY = "pages/why.html";
    public static final String AWAITED = "pages/awaited.html";
    public static final String SETTINGS = "pages/settings.html";

    /** The state of the connection to the host: {@code ready}, {@code was-lost} … */
    public String hostKind() throws IOException {
        return session("host").path("kind").asText();
    }

    public void awaitHost(String kind, Duration patience) {
        Await.until("the host to be " + kind, patience, this::hostKind, kind::equals);
    }

    public void awaitReady() {
        awaitHost("ready", Duration.ofSeconds(30));
    }

    /** Waits until the host has seen this many inboxes, so that all that comes from then on is new to it; or until it is clear that there is no host. */
    void awaitInboxesSeen(int inboxes) {
        Await.until("the host to have seen " + inboxes + " inboxes", Duration.ofSeconds(20), () -> {
            String kind = hostKind();
            boolean still = kind.isEmpty() || kind.equals("connecting") || kind.equals("ready");
            return !still || local("seen").size() >= inboxes;
        });
    }

    /** The text of the toolbar button. */
    public String buttonTitle() throws IOException {
        return thunderbird.background().run("return await messenger.action.getTitle({})").asText();
    }

    /** Whether it is at work on mail: some waits, and the program is there to judge it. */
    boolean hasMailInHand() throws IOException {
        return hostKind().equals("ready") && waiting() > 0;
    }

    /** Why mail waits although the host is there; empty where none does. */
    public String trouble() throws IOException {
        return session("trouble").asText();
    }

    /** What the host says is wrong with the user's files. */
    public List<String> problems() throws IOException {
        return StreamSupport.stream(session("host").path("problems").spliterator(), false).map(problem -> problem.path("message").asText()).toList();
    }

    /** The last decisions, the newest first. */
    public List<JsonNode> decisions() throws IOException {
        List<JsonNode> decisions = new ArrayList<>();
        local("decisions").forEach(decisions::add);
        return decisions;
    }

    /** What was decided for a message; waits for it. */
    public JsonNode decision(Letter letter) {
        return Await.until("a decision for " + letter.id(), Duration.ofSeconds(15), () -> decisions().stream()
                .filter(decision -> decision.path("headerMessageId").asText().equals(letter.id())).findFirst(),
                java.util.Optional::isPresent).orElseThrow();
    }

    /** Subjects of the messages that were sent without being checked, with the reason. */
    public List<String> unchecked() throws IOException {
        return StreamSupport.stream(local("unchecked").spliterator(), false)
                .map(entry -> entry.path("subject").asText() + ": " + entry.path("reason").asText()).toList();
    }

    /** The Message-IDs of what is put forward as perhaps awaited. */
    public List<String> awaited() throws IOException {
        return StreamSupport.stream(local("awaited").spliterator(), false).map(one -> one.path("headerMessageId").asText()).toList();
    }

    /** As if the user had seen and put away what went unchecked. */
    public void forgetUnchecked() throws IOException {
        thunderbird.background().run("await messenger.storage.local.set({ unchecked: [] })");
    }

    /** Whether nothing waits: neither mail to be judged nor anything that the journal is to be told. What was left, to be tried again later, does not count. */
    public boolean isIdle() throws IOException {
        return waiting() == 0 && local("outbox").isEmpty() && local("deeds").isEmpty();
    }

    /** How many messages wait to be judged, without those that were left to be tried again later. */
    private long waiting() throws IOException {
        return StreamSupport.stream(local("queue").spliterator(), false).filter(entry -> entry.path("fails").asInt() == 0).count();
    }

    /** Opens the popup of the toolbar button. */
    public AddonPage openStatus() throws IOException {
        // Only mail tabs have the button, and the page of the first minutes may lie before them.
        thunderbird.run("Services.wm.getMostRecentWindow('mail:3pane').document.getElementById('tabmail').switchToTab(0)");
        thunderbird.background().run("await messenger.action.openPopup()");
        AddonPage status = thunderbird.page(STATUS).awaitOpen();
        status.text("body[data-ready='true'] #state-title");
        return status;
    }

    /** Closes the popups of the toolbar and of a displayed message where they are open. */
    public void closePopups() throws IOException {
        for (String popup : List.of(STATUS, WHY)) {
            AddonPage page = thunderbird.page(popup);
            if (page.isOpen()) {
                page.run("setTimeout(() => window.close(), 0)");
                page.awaitClosed();
            }
        }
    }

    /** Opens the settings, as from the Add-ons Manager. */
    public AddonPage openSettings() throws IOException {
        thunderbird.background().run("await messenger.runtime.openOptionsPage()");
        AddonPage settings = thunderbird.page(SETTINGS).awaitOpen();
        settings.text("body[data-ready='true'] #packs");
        return settings;
    }

    private JsonNode session(String key) throws IOException {
        return stored("session", key);
    }

    private JsonNode local(String key) throws IOException {
        return stored("local", key);
    }

    private JsonNode stored(String area, String key) throws IOException {
        return thunderbird.background().run("return (await messenger.storage[arguments[0]].get(arguments[1]))[arguments[1]] ?? []", area, key);
    }
}
