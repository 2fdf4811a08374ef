package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tripostal.Messages;
import org.tripostal.Version;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;
import org.tripostal.wire.RpcMethod;

/** {@code initialize}: the two sides compare versions, the add-on says who is there and in which language. */
public final class Initialize implements RpcMethod {

    private final HostSession session;

    /** On this connection. */
    public Initialize(HostSession session) {
        this.session = session;
    }

    @Override
    public JsonNode call(Params params) throws RpcError {
        Locale locale = Locale.forLanguageTag(params.text("locale"));
        requireSameVersion(params.text("version"), locale);
        Set<String> addresses = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (JsonNode identity : params.array("identities")) {
            String email = identity.path("email").asText("").strip().toLowerCase(Locale.ROOT);
            String name = identity.path("name").asText("").strip();
            if (!name.isEmpty()) {
                names.add(name);
            }
            if (!email.isEmpty()) {
                addresses.add(email);
            }
        }
        session.initialize(locale, addresses, names);
        return session.stateWithVersion();
    }

    private static void requireSameVersion(String version, Locale locale) throws RpcError {
        Version addon = Version.of(version);
        if (!addon.fits(Version.CURRENT)) {
            String key = addon.compareTo(Version.CURRENT) > 0 ? "wire.otherVersion.addonNewer" : "wire.otherVersion.addonOlder";
            ObjectNode data = HostSession.JSON.createObjectNode().put("host", Version.CURRENT.toString()).put("addon", version);
            throw new RpcError(
                    RpcError.OTHER_VERSION, Messages.in(locale).say(key, Map.of("addon", version, "host", Version.CURRENT.toString())), data);
        }
    }
}
