package org.tripostal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.tripostal.engine.user.CompilerProcess;
import org.tripostal.method.AboutSent;
import org.tripostal.method.CompareInbox;
import org.tripostal.method.CountJournal;
import org.tripostal.method.FilelinkAccounts;
import org.tripostal.method.FindAwaited;
import org.tripostal.method.GetSettings;
import org.tripostal.method.HostSession;
import org.tripostal.method.Initialize;
import org.tripostal.method.JudgeCompose;
import org.tripostal.method.JudgeMessages;
import org.tripostal.method.ListJournal;
import org.tripostal.method.NoteSent;
import org.tripostal.method.Packs;
import org.tripostal.method.RecordApplied;
import org.tripostal.method.RecordFiled;
import org.tripostal.method.RecordJunk;
import org.tripostal.method.RecordUndone;
import org.tripostal.method.RouteLists;
import org.tripostal.method.Routes;
import org.tripostal.method.RuleKeeper;
import org.tripostal.method.RunDoctor;
import org.tripostal.method.SearchJournal;
import org.tripostal.method.SetSettings;
import org.tripostal.method.TakenBack;
import org.tripostal.method.UndoJournal;
import org.tripostal.method.WipeData;
import org.tripostal.settings.ConfigWatcher;
import org.tripostal.settings.FolderTreeWatcher;
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
        FirstMessage.prepare();
        CompilerProcess compiler = CompilerProcess.ofProgram();
        RuleKeeper keeper = new RuleKeeper(folders, compiler);
        HostSession session = new HostSession(folders, keeper.atOnce());
        RpcServer server = new RpcServer(new Frames(in, out), session::messages);
        session.onStateChanged(() -> server.between(() -> server.notify("state/changed", session.state())));
        Routes routes = new Routes(session);
        RouteLists routeLists = new RouteLists(session);
        Supplier<CompletableFuture<Void>> renewed = () -> {
            CompletableFuture<Void> inForce = new CompletableFuture<>();
            keeper.renew(rules -> server.between(() -> {
                session.use(rules);
                inForce.complete(null);
            }));
            return inForce;
        };
        Packs packs = new Packs(session, compiler, renewed);
        server.method("initialize", new Initialize(session))
                .method("messages/judge", new JudgeMessages(session))
                .method("compose/judge", new JudgeCompose(session))
                .waitingMethod("messages/applied", new RecordApplied(session))
                .waitingMethod("messages/filed", new RecordFiled(session))
                .waitingMethod("messages/junk", new RecordJunk(session))
                .waitingMethod("sent/noted", new NoteSent(session))
                .waitingMethod("sent/about", new AboutSent(session))
                .method("junk/awaited", new FindAwaited(session))
                .waitingMethod("inbox/compare", new CompareInbox(session))
                .waitingMethod("journal/list", new ListJournal(session))
                .waitingMethod("journal/undo", new UndoJournal(session))
                .waitingMethod("journal/undone", new RecordUndone(session))
                .waitingMethod("journal/search", new SearchJournal(session))
                .waitingMethod("journal/overview", new CountJournal(session))
                .waitingMethod("journal/taken-back", new TakenBack(session))
                .waitingMethod("data/wipe", new WipeData(session))
                .method("settings/get", new GetSettings(session))
                .slowMethod("doctor/run", new RunDoctor(session))
                .method("filelink/accounts", new FilelinkAccounts(session))
                .method("routes/list", routes::list)
                .method("routes/set", routes::set)
                .method("routes/remove", routes::remove)
                .method("routes/import", routeLists::take)
                .method("routes/conflicts", routeLists::conflicts)
                .slowMethod("packs/list", packs::list)
                .slowMethod("packs/read", packs::read)
                .slowMethod("packs/install", packs::install)
                .slowMethod("packs/remove", packs::remove)
                .slowMethod("packs/export", packs::export)
                .method("settings/set", new SetSettings(session));
        Runnable reload = () -> server.between(() -> {
            if (session.isInitialized()) {
                session.reload();
                server.notify("state/changed", session.state());
            }
        });
        Runnable undo = () -> server.notify("journal/undo-requested", JsonNodeFactory.instance.objectNode());
        Runnable renew = renewed::get;
        if (!keeper.settled().isDone()) {
            renew.run();
        }
        server.holding("messages/judge", keeper.settled());
        try (keeper; FolderTreeWatcher rules = FolderTreeWatcher.of(folders.rules(), renew);
                FolderTreeWatcher organisation = FolderTreeWatcher.of(folders.organisation().folder(), renew);
                ConfigWatcher config = watch(folders.config(), Set.of("settings.yaml", "routes.csv"), reload);
                ConfigWatcher requests = watch(folders.data(), Set.of(folders.journalRequests().getFileName().toString()), undo)) {
            return server.serve();
        } finally {
            session.close();
        }
    }

    private static ConfigWatcher watch(Path folder, Set<String> files, Runnable changed) {
        try {
            return new ConfigWatcher(folder, files, changed);
        } catch (IOException e) {
            System.err.println("tripostal-host: changes to the files in " + folder + " will be seen at the next start only: " + e);
            return null;
        }
    }
}
