package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tripostal.settings.Folders;
import org.tripostal.setup.Filelink;
import org.tripostal.setup.ThunderbirdProfile;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code filelink/accounts}: where large attachments could go instead, since an add-on cannot learn it from Thunderbird. */
public final class FilelinkAccounts implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public FilelinkAccounts(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        session.requireInitialized();
        ObjectNode result = HostSession.JSON.createObjectNode();
        ArrayNode accounts = result.putArray("accounts");
        try {
            Optional<Path> profile = ThunderbirdProfile.ofParent(System.getProperty("os.name"), Folders.home());
            List<String> names = profile.isPresent() ? Filelink.accounts(profile.get()) : List.of();
            names.forEach(name -> accounts.addObject().put("name", name));
        } catch (IOException e) {
            throw new RpcError(RpcError.INTERNAL_ERROR, session.messages().say("wire.failed", Map.of("method", "filelink/accounts", "reason", e.toString())));
        }
        return result;
    }
}
