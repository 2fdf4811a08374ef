package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tripostal.engine.Judge;
import org.tripostal.engine.RuleSet;
import org.tripostal.engine.user.RulesInForce;
import org.tripostal.mail.Route;
import org.tripostal.pack.TriedPack;
import org.tripostal.settings.Configuration;
import org.tripostal.settings.Problem;
import org.tripostal.settings.RoutesWriter;
import org.tripostal.settings.SettingsWriter;
import org.tripostal.settings.TriedConfiguration;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;

/**
 * Routes, settings and a pack that are tried out before they are saved: messages are judged as if they were in force.
 *
 * @param said the trial as the add-on said it
 */
record Trial(JsonNode said, Configuration configuration, RulesInForce rules, Judge judge) implements AutoCloseable {

    /** Reads a trial. @throws RpcError where a sender, a folder or a value cannot be one; its message says what is wrong and the remedy */
    static Trial read(Params params, HostSession session) throws RpcError {
        JsonNode said = params.object("trial");
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> setting : said.path("settings").properties()) {
            if (!SettingsWriter.isName(setting.getKey()) || !setting.getValue().isValueNode()) {
                throw params.refused("trial.settings." + setting.getKey());
            }
            settings.put(setting.getKey(), setting.getValue().asText());
        }
        List<Route> routes = new ArrayList<>();
        for (JsonNode route : said.path("routes")) {
            String from = route.path("from").asText("").strip().toLowerCase(Locale.ROOT);
            String folder = route.path("folder").asText("").strip();
            Optional<Problem> problem = RoutesWriter.problem(session.folders().routes(), from, folder, session.locale());
            if (problem.isPresent()) {
                throw new RpcError(RpcError.INVALID_PARAMS, problem.get().message() + " " + problem.get().remedy());
            }
            routes.add(from.startsWith("<") ? Route.ofList(from.substring(1, from.length() - 1), folder)
                    : from.startsWith("@") ? Route.ofDomain(from.substring(1), folder) : Route.ofAddress(from, folder));
        }
        try {
            TriedConfiguration.Tried tried = TriedConfiguration.of(session.folders(), session.configuration(), settings, routes, session.locale());
            if (!tried.problems().isEmpty()) {
                Problem problem = tried.problems().get(0);
                throw new RpcError(RpcError.INVALID_PARAMS, problem.message() + " " + problem.remedy());
            }
            RulesInForce rules = said.has("pack") ? with(session.packAtHand(said.path("pack").asText()), session.inForce()) : session.inForce();
            return new Trial(said, tried.configuration(), rules, session.judgeBy(rules, tried.configuration()));
        } catch (IOException e) {
            throw session.notWritten(session.folders().config(), e);
        }
    }

    private static RulesInForce with(TriedPack pack, RulesInForce inForce) {
        return RulesInForce.of(RuleSet.builtInPacks(), pack.over(inForce.user()), inForce.setAside(), any -> true);
    }

    @Override
    public void close() {
        judge.close();
    }
}
