package org.tripostal.method;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tripostal.Messages;
import org.tripostal.Version;
import org.tripostal.engine.Decision;
import org.tripostal.engine.Judge;
import org.tripostal.engine.Resolver;
import org.tripostal.engine.RuleFailure;
import org.tripostal.engine.RuleSet;
import org.tripostal.settings.Configuration;
import org.tripostal.settings.Folders;
import org.tripostal.wire.RpcError;

/**
 * What one connection of the add-on knows: who is there, in which language, and what is in force. Only the thread that runs methods
 * touches it, but for the language.
 */
public final class HostSession {

    static final ObjectMapper JSON = new ObjectMapper();

    private final Folders folders;
    private final RuleSet rules;
    private final Map<String, Set<String>> ownAddresses = new HashMap<>();
    private volatile Locale locale = Locale.ENGLISH;
    private volatile boolean initialized;
    private Configuration configuration;
    private Judge judge;

    /** A connection on which nothing has been said yet. */
    public HostSession(Folders folders, RuleSet rules) {
        this.folders = folders;
        this.rules = rules;
    }

    void initialize(Locale language, Map<String, Set<String>> addresses) {
        locale = language;
        ownAddresses.clear();
        ownAddresses.putAll(addresses);
        initialized = true;
        reload();
    }

    /** Reads the user's files afresh and judges by them from the next message on. */
    public void reload() {
        configuration = Configuration.load(folders, locale);
        configuration.problems().forEach(problem -> System.err.println("tripostal-host: " + problem.shown()));
        if (judge != null) {
            judge.close();
        }
        judge = new Judge(rules, configuration.facts());
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
        rules.packs().forEach(state.putArray("packs")::add);
        state.put("routes", configuration.routes().size());
        state.put("configDir", folders.config().toString());
        state.set("problems", JSON.valueToTree(configuration.problems()));
        return state;
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

    /**
     * What is to be done with a message.
     *
     * @param method the method that asks, for the error
     * @throws RpcError where a rule failed; the next message is judged afresh
     */
    Decision decide(String method, List<Object> facts) throws RpcError {
        try {
            return Resolver.resolve(judge.judge(facts));
        } catch (RuleFailure e) {
            System.err.println("tripostal-host: " + e.getMessage());
            throw new RpcError(RpcError.INTERNAL_ERROR, messages().say("wire.failed", Map.of("method", method, "reason", e.getMessage())));
        }
    }

    RuleSet rules() {
        return rules;
    }

    Folders folders() {
        return folders;
    }

    Locale locale() {
        return locale;
    }

    /** The user's addresses: of one account, and of all where the account is unknown. */
    Set<String> ownAddresses(String account) {
        Set<String> known = ownAddresses.get(account);
        if (known != null) {
            return known;
        }
        Set<String> all = new HashSet<>();
        ownAddresses.values().forEach(all::addAll);
        return all;
    }
}
