package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.tripostal.engine.Explainer;
import org.tripostal.engine.Precedence;
import org.tripostal.engine.RuleInfo;
import org.tripostal.mail.NetiquetteLimits;
import org.tripostal.settings.Choices;
import org.tripostal.settings.Settings;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code settings/get}: all settings with their values of the moment, and all rules with whether they run. */
public final class GetSettings implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public GetSettings(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        session.requireInitialized();
        Settings settings = session.configuration().settings();
        ObjectNode result = HostSession.JSON.createObjectNode();
        result.put("file", session.folders().settings().toString());
        result.put("routesFile", session.folders().routes().toString());
        ObjectNode values = result.putObject("settings");
        values.put("active", settings.active());
        NetiquetteLimits limits = settings.limits();
        values.put("netiquette.exposed-recipients", limits.exposedRecipients());
        values.put("netiquette.large-attachment", limits.attachmentBytes());
        values.put("netiquette.shouting-subject-letters", limits.subjectLetters());
        values.put("netiquette.shouting-subject-words", limits.subjectWords());
        values.put("netiquette.shouting-subject-share", limits.subjectShare());
        values.put("netiquette.shouting-body-letters", limits.bodyLetters());
        values.put("netiquette.shouting-body-share", limits.bodyShare());
        values.put("netiquette.allow-same-organisation", limits.sameOrganisation());
        values.put("folders.self", settings.folders().self());
        values.put("folders.lists", settings.folders().lists());
        values.put("spam.learner", settings.learnerPerAccount() ? "account" : "shared");
        values.put("journal.days", settings.journalDays());
        ObjectNode providers = result.putObject("providers");
        new TreeMap<>(limits.providerBytes()).forEach(providers::put);
        Choices choices = settings.choices();
        Explainer explainer = Explainer.forWire(session.locale());
        ArrayNode rules = result.putArray("rules");
        for (RuleInfo rule : session.rules().rules()) {
            ObjectNode node = rules.addObject();
            node.put("pack", rule.pack()).put("rule", rule.rule()).put("because", explainer.sentence(rule));
            node.put("says", explainer.says(rule));
            node.put("runs", choices.runs(rule.pack(), rule.rule()));
            if (rule.ofOrganisation()) {
                node.put("organisation", rule.precedence() == Precedence.ORGANISATION_LAST ? "last" : "first");
            }
        }
        ObjectNode severities = result.putObject("severity");
        choices.severities().forEach((code, severity) -> severities.put(code, severity.word()));
        return result;
    }
}
