package org.tripostal.method;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tripostal.Messages;
import org.tripostal.Version;
import org.tripostal.engine.Decision;
import org.tripostal.engine.Judge;
import org.tripostal.engine.Resolver;
import org.tripostal.engine.RuleFailure;
import org.tripostal.engine.RuleInfo;
import org.tripostal.engine.RuleSet;
import org.tripostal.engine.Watchdog;
import org.tripostal.engine.user.RulesInForce;
import org.tripostal.pack.TriedPack;
import org.tripostal.reader.Recipient;
import org.tripostal.settings.Choices;
import org.tripostal.settings.Configuration;
import org.tripostal.settings.Folders;
import org.tripostal.settings.Problem;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;

/**
 * What one connection of the add-on knows: who is there, in which language, and what is in force. Only the thread that runs methods
 * touches it, but for the language; methods that wait use that and the journal.
 */
public final class HostSession {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final int MOST_PROBLEMS = 100;
    private static final int ENDED_OVER_A_RULE = 70;

    private final Folders folders;
    private volatile RulesInForce rules;
    private final Watchdog watchdog = new Watchdog(this::endOver);
    private volatile Locale locale = Locale.ENGLISH;
    private volatile boolean initialized;
    private final JournalKeeper journal;
    private final LearnerKeeper learner;
    private Set<String> ownAddresses = Set.of();
    private Set<String> ownNames = Set.of();
    private volatile Configuration configuration;
    private Predicate<RuleInfo> runs;
    private Judge judge;
    private Trial trial;
    private volatile RulesInForce judging;
    private volatile TriedPack packAtHand;
    private Runnable stateChanged = () -> {};

    /** A connection on which nothing has been said yet. */
    public HostSession(Folders folders, RulesInForce rules) {
        this.folders = folders;
        this.rules = rules;
        this.journal = new JournalKeeper(this, folders);
        this.learner = new LearnerKeeper(this, folders);
    }

    void initialize(Locale language, Set<String> addresses, Set<String> names) {
        locale = language;
        ownAddresses = Set.copyOf(addresses);
        ownNames = Set.copyOf(names);
        initialized = true;
        reload();
    }

    /** Who is told when the state has changed for another reason than that it was asked to; on any thread. */
    public void onStateChanged(Runnable listener) {
        stateChanged = listener;
    }

    void tellState() {
        stateChanged.run();
    }

    /** Reads the user's files afresh and judges by them from the next message on. */
    public void reload() {
        configuration = Configuration.load(folders, locale);
        journal.configurationChanged();
        configuration.problems().forEach(problem -> System.err.println("tripostal-host: " + problem.shown()));
        judgeAfresh();
    }

    /** Judges by other rules from the next message on. */
    public void use(RulesInForce fresh) {
        rules = fresh.isStale() ? fresh.renewed() : fresh;
        if (initialized) {
            rules.problems(messages()).forEach(problem -> System.err.println("tripostal-host: " + problem.shown()));
            judgeAfresh();
            tellState();
        }
    }

    private void judgeAfresh() {
        if (judge != null) {
            judge.close();
        }
        forgetTrial();
        runs = runsBy(configuration);
        judge = judgeBy(rules, configuration);
    }

    private static Predicate<RuleInfo> runsBy(Configuration configuration) {
        Choices choices = configuration.settings().choices();
        return rule -> choices.runs(rule.pack(), rule.rule());
    }

    /** Rules, with other routes and settings than those in force. */
    Judge judgeBy(RulesInForce others, Configuration other) {
        return new Judge(others.set(), other.facts(), runsBy(other), watchdog);
    }

    /** The rules in force. */
    RulesInForce inForce() {
        return rules;
    }

    /** A pack that was read, kept until the next one is. */
    void packAtHand(TriedPack pack) {
        packAtHand = pack;
    }

    /** The pack that was read last. @throws RpcError where it is another than is meant, or none */
    TriedPack packAtHand(String checksum) throws RpcError {
        TriedPack pack = packAtHand;
        if (pack == null || !pack.pack().checksum().equals(checksum)) {
            throw new RpcError(RpcError.INVALID_PARAMS, messages().say("pack.notAtHand"));
        }
        return pack;
    }

    /** What is tried out in a call: kept for the next, since a folder is looked through in many calls. */
    Trial trial(Params params) throws RpcError {
        if (trial == null || !trial.said().equals(params.object("trial"))) {
            forgetTrial();
            trial = Trial.read(params, this);
        }
        return trial;
    }

    private void forgetTrial() {
        if (trial != null) {
            trial.close();
            trial = null;
        }
    }

    /** Lets go of what is open. */
    public void close() {
        watchdog.close();
        journal.close();
        learner.close();
    }

    /** Whether {@code initialize} has come. */
    public boolean isInitialized() {
        return initialized;
    }

    /** The sentences in the user's language. */
    public Messages messages() {
        return Messages.in(locale);
    }

    /** The state that {@code initialize} and {@code state/changed} tell. */
    public ObjectNode state() {
        ObjectNode state = JSON.createObjectNode();
        state.put("active", configuration.settings().active());
        rules.set().packs().forEach(state.putArray("packs")::add);
        state.put("routes", configuration.routes().size());
        state.put("configDir", folders.config().toString());
        List<Problem> problems = new ArrayList<>(configuration.problems());
        problems.addAll(rules.problems(messages()));
        journal.problem().ifPresent(problems::add);
        state.set("problems", JSON.valueToTree(shown(problems)));
        return state;
    }

    /** The first of them, and how many more there are: thousands of bad lines must not make an answer too large to be sent. */
    private List<Problem> shown(List<Problem> problems) {
        if (problems.size() <= MOST_PROBLEMS) {
            return problems;
        }
        List<Problem> shown = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
        String file = problems.get(MOST_PROBLEMS).file();
        shown.add(new Problem(
                file, 0, messages().say("problems.more", Map.of("count", problems.size() - MOST_PROBLEMS)), messages().say("problems.more.remedy")));
        return shown;
    }

    ObjectNode stateWithVersion() {
        ObjectNode state = JSON.createObjectNode().put("version", Version.CURRENT.toString());
        state.setAll(state());
        return state;
    }

    void requireInitialized() throws RpcError {
        if (!initialized) {
            throw new RpcError(RpcError.NOT_INITIALIZED, messages().say("wire.notInitialized"));
        }
    }

    LearnerKeeper learner() {
        return learner;
    }

    JournalKeeper journal() {
        return journal;
    }

    /**
     * What is to be done with a message.
     *
     * @throws RpcError where a rule failed; the next message is judged afresh
     */
    Decision decide(String method, List<Object> facts) throws RpcError {
        return decide(method, facts, judge, configuration, rules);
    }

    /** What would be done with it if something that is tried out were in force. */
    Decision decide(String method, List<Object> facts, Trial tried) throws RpcError {
        return decide(method, facts, tried.judge(), tried.configuration(), tried.rules());
    }

    private Decision decide(String method, List<Object> facts, Judge by, Configuration with, RulesInForce judgedBy) throws RpcError {
        judging = judgedBy;
        try {
            return Resolver.resolve(by.judge(learner.with(facts)), with.settings().choices().severities());
        } catch (RuleFailure e) {
            System.err.println("tripostal-host: " + e.getMessage());
            boolean triedOut = by != judge;
            if (setAside(e) && !triedOut) {
                return decide(method, facts);
            }
            if (triedOut) {
                forgetTrial(); // the next message is tried without that rule
            }
            throw new RpcError(RpcError.INTERNAL_ERROR, messages().say("wire.failed", Map.of("method", method, "reason", e.getMessage())));
        }
    }

    /** A rule of the user's that fails costs its own decision only: it is set aside, and the message is judged by the others. */
    private boolean setAside(RuleFailure failure) {
        try {
            if (failure.rule().isPresent() && judging.setAside(failure.rule().get(), failure.kind(), failure.detail(), messages()).isPresent()) {
                if (rules.isStale()) {
                    use(rules.renewed());
                }
                return true;
            }
        } catch (IOException e) {
            System.err.println("tripostal-host: what failed cannot be noted: " + e);
        }
        return false;
    }

    /** What cannot be stopped ends with the program, which the add-on starts again; whose fault it was is on disk by then. */
    private void endOver(Optional<RuleInfo> culprit) {
        try {
            System.err.println("tripostal-host: the rules do not come to an end: " + culprit.map(RuleInfo::rule).orElse("?"));
            if (culprit.isPresent()) {
                judging.setAside(culprit.get(), RuleFailure.Kind.ENDLESS, "", messages());
            }
        } catch (IOException | RuntimeException e) {
            System.err.println("tripostal-host: what does not come to an end cannot be noted: " + e);
        } finally {
            Runtime.getRuntime().halt(ENDED_OVER_A_RULE);
        }
    }

    /** Whether text, links or attachments could still change a decision that was made without them. */
    boolean needsBody(Decision decision) {
        return rules.set().needsBody(decision, runs);
    }

    /** The same, if what is tried out were in force. */
    boolean needsBody(Decision decision, Trial tried) {
        return tried.rules().set().needsBody(decision, runsBy(tried.configuration()));
    }

    RpcError notWritten(Path file, IOException e) {
        return new RpcError(RpcError.SETTINGS_NOT_WRITTEN, messages().say("settings.notWritten", Map.of("file", file, "reason", e.getMessage())));
    }

    Configuration configuration() {
        return configuration;
    }

    RuleSet rules() {
        return rules.set();
    }

    Folders folders() {
        return folders;
    }

    Locale locale() {
        return locale;
    }

    /** Whose mail it is: all addresses count on every account, since mail may be delivered to one and identities belong to another. */
    Recipient recipient() {
        return new Recipient(ownAddresses, ownNames, configuration.settings().authenticationServers());
    }

    /** All addresses of the user. */
    Set<String> ownAddresses() {
        return ownAddresses;
    }
}
