package org.tripostal.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.tripostal.engine.Explainer;
import org.tripostal.engine.RuleInfo;
import org.tripostal.engine.user.Compiler;
import org.tripostal.engine.user.UserRules;
import org.tripostal.pack.PackException;
import org.tripostal.pack.PackFolder;
import org.tripostal.pack.PackReader;
import org.tripostal.pack.PackSignature;
import org.tripostal.pack.PackZip;
import org.tripostal.pack.RulePack;
import org.tripostal.pack.TriedPack;
import org.tripostal.settings.Problem;
import org.tripostal.wire.Params;
import org.tripostal.wire.RpcError;

/** {@code packs/…}: packs of rules from elsewhere, looked at before they are taken. These methods run on a thread of their own, since they compile. */
public final class Packs {

    /** So much of a file at a time, in bytes: in base64 and with what is around it that stays below what a frame holds. */
    private static final int PIECE = 600_000;
    private static final int MOST_PROBLEMS = 100;
    private static final long PATIENCE_SECONDS = 20;

    private final HostSession session;
    private final Compiler compiler;
    private final Supplier<CompletableFuture<Void>> renew;
    private final PackFolder installed;

    /**
     * On this connection.
     *
     * @param renew has the rules looked at afresh; done when they are in force
     */
    public Packs(HostSession session, Compiler compiler, Supplier<CompletableFuture<Void>> renew) {
        this.session = session;
        this.compiler = compiler;
        this.renew = renew;
        this.installed = new PackFolder(session.folders().rules());
    }

    /** The packs that are installed. */
    public JsonNode list(Params params) throws RpcError {
        session.requireInitialized();
        ObjectNode result = HostSession.JSON.createObjectNode();
        ArrayNode packs = result.putArray("packs");
        try {
            for (String name : installed.names()) {
                ObjectNode node = packs.addObject().put("name", name);
                try {
                    RulePack pack = installed.installed(name);
                    node.put("version", pack.version()).put("checksum", pack.checksum()).put("signed", PackSignature.on(pack));
                } catch (PackException e) {
                    // A folder of rules that were written by hand, with something else among them: it can be removed, not exported.
                    node.put("trouble", e.in(session.messages()));
                }
            }
        } catch (IOException e) {
            throw failed("packs/list", e);
        }
        return result;
    }

    /** Reads a pack, says what it looks at and decides, and keeps it at hand to be tried out or installed. Changes nothing. */
    public JsonNode read(Params params) throws RpcError {
        session.requireInitialized();
        try {
            byte[] content = Base64.getDecoder().decode(params.text("content"));
            RulePack pack = PackReader.read(params.text("name"), new ByteArrayInputStream(content));
            TriedPack tried = TriedPack.of(pack, session.folders().compiledRules(), compiler);
            session.packAtHand(tried);
            return described(tried, before(pack.name()));
        } catch (IllegalArgumentException e) {
            throw params.refused("content");
        } catch (PackException e) {
            throw new RpcError(RpcError.INVALID_PARAMS, e.in(session.messages()));
        } catch (IOException e) {
            throw failed("packs/read", e);
        }
    }

    /** What is installed under this name; null where nothing is. A folder of the same name that is no pack is not to be lost. */
    private RulePack before(String name) throws IOException, RpcError {
        try {
            return installed.installed(name);
        } catch (PackException e) {
            throw new RpcError(RpcError.INVALID_PARAMS, session.messages().say("pack.inTheWay", Map.of("folder", installed.of(name), "reason", e.in(session.messages()))));
        }
    }

    private ObjectNode described(TriedPack tried, RulePack before) {
        RulePack pack = tried.pack();
        ObjectNode result = HostSession.JSON.createObjectNode();
        result.put("name", pack.name()).put("version", pack.version()).put("checksum", pack.checksum()).put("signed", PackSignature.on(pack));
        if (before != null) {
            result.put("replaces", before.version()).put("same", before.checksum().equals(pack.checksum()));
        }
        Explainer explainer = Explainer.forWire(session.locale());
        ArrayNode rules = result.putArray("rules");
        for (UserRules.InForce file : tried.rules().inForce()) {
            for (RuleInfo rule : file.rules().rules()) {
                ObjectNode node = rules.addObject().put("rule", rule.rule()).put("says", explainer.says(rule)).put("needsBody", rule.needsBody());
                rule.looksAt().stream().map(session.messages()::fact).distinct().forEach(node.putArray("looksAt")::add);
            }
        }
        List<Problem> problems = tried.problems(session.messages());
        result.put("refused", problems.size());
        result.set("problems", HostSession.JSON.valueToTree(problems.stream().limit(MOST_PROBLEMS).toList()));
        return result;
    }

    /** Installs the pack that was read last, in place of one of the same name. */
    public JsonNode install(Params params) throws RpcError {
        session.requireInitialized();
        TriedPack tried = session.packAtHand(params.text("checksum"));
        if (!tried.rules().errors().isEmpty()) {
            throw new RpcError(RpcError.INVALID_PARAMS, session.messages().say("pack.broken"));
        }
        try {
            installed.install(tried.pack());
        } catch (IOException e) {
            throw session.notWritten(installed.of(tried.pack().name()), e);
        }
        return inForce();
    }

    /** Takes a pack out. */
    public JsonNode remove(Params params) throws RpcError {
        session.requireInitialized();
        String name = named(params);
        try {
            installed.remove(name);
        } catch (IOException e) {
            throw session.notWritten(installed.of(name), e);
        }
        return inForce();
    }

    /** A pack as a ZIP file, piece by piece. */
    public JsonNode export(Params params) throws RpcError {
        session.requireInitialized();
        String name = named(params);
        int from = Math.toIntExact(Math.min(Integer.MAX_VALUE, Math.max(0, params.has("offset") ? params.number("offset") : 0)));
        try {
            ByteArrayOutputStream zip = new ByteArrayOutputStream();
            RulePack pack = installed.installed(name);
            PackZip.write(pack, zip);
            byte[] bytes = zip.toByteArray();
            byte[] piece = from >= bytes.length ? new byte[0] : Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE));
            return HostSession.JSON.createObjectNode().put("file", name + ".zip").put("checksum", pack.checksum()).put("size", bytes.length)
                    .put("content", Base64.getEncoder().encodeToString(piece));
        } catch (PackException e) {
            throw new RpcError(RpcError.INVALID_PARAMS, e.in(session.messages()));
        } catch (IOException e) {
            throw failed("packs/export", e);
        }
    }

    private String named(Params params) throws RpcError {
        String name = params.text("name");
        try {
            if (installed.names().contains(name)) {
                return name;
            }
        } catch (IOException e) {
            throw failed("packs", e);
        }
        throw new RpcError(RpcError.INVALID_PARAMS, session.messages().say("pack.none", Map.of("name", name)));
    }

    /** Waits until the rules are in force as they now lie there, so that who asked can count on it. */
    private JsonNode inForce() {
        boolean done = false;
        try {
            renew.get().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            done = true;
        } catch (TimeoutException | ExecutionException e) {
            System.err.println("tripostal-host: the rules are not in force yet: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return HostSession.JSON.createObjectNode().put("inForce", done);
    }

    private RpcError failed(String method, IOException e) {
        return new RpcError(RpcError.INTERNAL_ERROR, session.messages().say("wire.failed", Map.of("method", method, "reason", String.valueOf(e.getMessage()))));
    }
}
