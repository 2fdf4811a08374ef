package org.tripostal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import org.tripostal.engine.RuleSet;
import org.tripostal.method.HostSession;
import org.tripostal.method.Initialize;
import org.tripostal.method.JudgeCompose;
import org.tripostal.method.JudgeMessages;
import org.tripostal.method.SetSettings;
import org.tripostal.settings.ConfigWatcher;
import org.tripostal.settings.Folders;
import org.tripostal.wire.Frames;
import org.tripostal.wire.RpcServer;

/** The program that Thunderbird starts: answers the add-on on standard output until standard input ends. */
public final class Host {

    private Host() {}

    /**
     * Answers until the input ends. From now on nothing but frames reaches standard output: what libraries print goes to standard error.
     *
     * @return the exit status
     */
    public static int run(InputStream in, PrintStream out) throws IOException {
        return run(in, out, Folders.ofUser());
    }

    static int run(InputStream in, PrintStream out, Folders folders) throws IOException {
        System.setOut(System.err);
        HostSession session = new HostSession(folders, RuleSet.builtIn(RuleSet.builtInPacks()));
        RpcServer server = new RpcServer(new Frames(in, out), session::messages);
        server.method("initialize", new Initialize(session))
                .method("messages/judge", new JudgeMessages(session))
                .method("compose/judge", new JudgeCompose(session))
                .method("settings/set", new SetSettings(session));
        try (ConfigWatcher watcher = watch(folders, session, server)) {
            return server.serve();
        }
    }

    private static ConfigWatcher watch(Folders folders, HostSession session, RpcServer server) {
        try {
            return new ConfigWatcher(folders, () -> server.between(() -> {
                if (session.isInitialized()) {
                    session.reload();
                    server.notify("state/changed", session.state());
                }
            }));
        } catch (IOException e) {
            System.err.println("tripostal-host: changes to the files in " + folders.config() + " will be seen at the next start only: " + e);
            return null;
        }
    }
}
