package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.tripostal.settings.SettingsWriter;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code settings/set}: writes a setting to the file that the user may also edit by hand. */
public final class SetSettings implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public SetSettings(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        session.requireInitialized();
        boolean active = params.yesOrNo("active");
        try {
            SettingsWriter.setActive(session.folders().settings(), active);
        } catch (IOException e) {
            Map<String, String> values = Map.of("file", session.folders().settings().toString(), "reason", e.toString());
            throw new RpcError(RpcError.SETTINGS_NOT_WRITTEN, session.messages().say("settings.notWritten", values));
        }
        session.reload();
        return session.state();
    }
}
