package org.tripostal.method;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.tripostal.engine.user.RulesInForce;
import org.tripostal.reader.Recipient;
import org.tripostal.settings.Choices;
import org.tripostal.settings.Configuration;
import org.tripostal.settings.Folders;
import org.tripostal.settings.Problem;
import org.tripostal.wire.RpcError;

/**
 * What one connection of the add-on knows: who is there, in which language, and what is in force. Only the thread that runs methods
 * touches it, but for the language; methods that wait use that and the journal.
 */
public final class HostSession {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final int MOST_PROBLEMS = 100;

    private final Folders folders;
    private RulesInForce rules;
    private volatile Locale locale = Locale.ENGLISH;
    private volatile boolean initialized;
    private final JournalKeeper journal;
    private Set<String> ownAddresses = Set.of();
    private Set<String> ownNames = Set.of();
    private Configuration configuration;
    private Predicate<RuleInfo> runs;
    private Judge judge;
    private Runnable stateChanged = () -> {};

    /** A connection on which nothing has been said yet. */
    public HostSession(Folders folders, RulesInForce rules) {
        this.folders = folders;
        this.rules = rules;
        this.journal = new JournalKeeper(this, folders);
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
        configuration.problems().forEach(problem -> System.err.println("tripostal-host: " + problem.shown()));
        judgeAfresh();
    }

    /** Judges by other rules from the next message on. */
    public void use(RulesInForce fresh) {
        rules = fresh;
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
        Choices choices = configuration.settings().choices();
        runs = rule -> choices.runs(rule.pack(), rule.rule());
        judge = new Judge(rules.set(), configuration.facts(), runs);
    }

    /** Lets go of what is open. */
    public void close() {
        journal.close();
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

    JournalKeeper journal() {
        return journal;
    }

    /**
     * What is to be done with a message.
     *
     * @throws RpcError where a rule failed; the next message is judged afresh
     */
    Decision decide(String method, List<Object> facts) throws RpcError {
        try {
            return Resolver.resolve(judge.judge(facts), configuration.settings().choices().severities());
        } catch (RuleFailure e) {
            System.err.println("tripostal-host: " + e.getMessage());
            throw new RpcError(RpcError.INTERNAL_ERROR, messages().say("wire.failed", Map.of("method", method, "reason", e.getMessage())));
        }
    }

    /** Whether text, links or attachments could still change a decision that was made without them. */
    boolean needsBody(Decision decision) {
        return rules.set().needsBody(decision, runs);
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
