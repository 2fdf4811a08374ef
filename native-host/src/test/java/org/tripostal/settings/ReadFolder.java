package org.tripostal.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes files of a user's into a folder and reads them as the program does. */
record ReadFolder(Path folder) {

    ReadFolder routes(String text) throws IOException {
        return routes(text.getBytes(StandardCharsets.UTF_8));
    }

    ReadFolder routes(byte[] bytes) throws IOException {
        Files.write(folder.resolve("routes.csv"), bytes);
        return this;
    }

    ReadFolder settings(String text) throws IOException {
        Files.writeString(folder.resolve("settings.yaml"), text);
        return this;
    }

    Configuration load() {
        return load(Locale.ENGLISH);
    }

    Configuration load(Locale locale) {
        return Configuration.load(new Folders(folder, folder.resolve("data")), locale);
    }

    /** The routes, as {@code ann@example.org=Family} and {@code @club.example=Club}. */
    List<String> routes() {
        return load().routes().stream().map(route -> (route.from().isEmpty() ? "@" + route.domain() : route.from()) + "=" + route.folder()).toList();
    }

    /** The problems, as {@code line: message}. */
    List<String> problems() {
        return load().problems().stream().map(problem -> problem.line() + ": " + problem.message()).toList();
    }
}
