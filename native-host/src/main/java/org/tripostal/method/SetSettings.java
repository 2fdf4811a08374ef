package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tripostal.settings.SettingsWriter;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code settings/set}: writes settings to the file that the user may also edit by hand. */
public final class SetSettings implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public SetSettings(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        session.requireInitialized();
        try {
            if (params.has("active") || !params.has("settings")) {
                SettingsWriter.setActive(session.folders().settings(), params.yesOrNo("active"));
            }
            if (params.has("settings")) {
                Map<String, String> settings = settings(params);
                for (Map.Entry<String, String> setting : settings.entrySet()) {
                    SettingsWriter.set(session.folders().settings(), setting.getKey(), setting.getValue());
                }
            }
        } catch (IOException e) {
            throw session.notWritten(session.folders().settings(), e);
        }
        session.reload();
        return session.state();
    }

    /** All of them, before the first is written. */
    private static Map<String, String> settings(Params params) throws RpcError {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> setting : params.object("settings").properties()) {
            String name = setting.getKey();
            JsonNode value = setting.getValue();
            boolean oneLine = (name + value.asText()).chars().noneMatch(Character::isISOControl);
            if (!value.isValueNode() || value.isNull() || !oneLine || !SettingsWriter.isName(name)) {
                throw params.refused("settings." + name);
            }
            settings.put(name, value.asText());
        }
        return settings;
    }
}
