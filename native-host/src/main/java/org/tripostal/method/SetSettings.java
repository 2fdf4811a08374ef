package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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
            if (params.has("active")) {
                SettingsWriter.setActive(session.folders().settings(), params.yesOrNo("active"));
            }
            if (params.has("settings")) {
                for (Map.Entry<String, JsonNode> setting : params.object("settings").properties()) {
                    SettingsWriter.set(session.folders().settings(), setting.getKey(), setting.getValue().asText());
                }
            }
        } catch (IOException e) {
            throw session.notWritten(session.folders().settings(), e);
        }
        session.reload();
        return session.state();
    }
}
