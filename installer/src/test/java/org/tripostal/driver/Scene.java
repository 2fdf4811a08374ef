package org.tripostal.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What can be seen of a Thunderbird at one moment, kept for whoever has to find out why something went wrong. */
public final class Scene {

    private Scene() { }

    /** Writes pictures of all mail and compose windows, the error console, and what the add-on remembers and Thunderbird counts. */
    public static void keep(Thunderbird thunderbird, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".console.txt"), thunderbird.console());
        Files.writeString(folder.resolve(name + ".storage.json"), thunderbird.background().run("""
                const inboxes = await messenger.folders.query({ specialUse: ["inbox"] });
                const counts = await Promise.all(inboxes.map(async ({ id }) => ({ id, ...await messenger.folders.getFolderInfo(id) })));
                return { local: await messenger.storage.local.get(), session: await messenger.storage.session.get(), counts };
                """).toPrettyString());
        for (String kind : thunderbird.windows()) {
            if (kind.equals("mail:3pane") || kind.equals("msgcompose")) {
                Files.write(folder.resolve(name + "." + kind.replace(':', '-') + ".png"), Screenshot.of(thunderbird, kind));
            }
        }
    }
}
