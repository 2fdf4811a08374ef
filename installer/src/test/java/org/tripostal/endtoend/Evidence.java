package org.tripostal.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.tripostal.driver.Screenshot;
import org.tripostal.driver.Thunderbird;

/** Keeps what can be seen at the moment at which a test fails: pictures of Thunderbird's windows, and its error console. */
final class Evidence implements TestExecutionExceptionHandler {

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        EndToEnd test = (EndToEnd) context.getRequiredTestInstance();
        try {
            keep(test, context.getRequiredTestMethod().getName());
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        throw failure;
    }

    private static void keep(EndToEnd test, String name) throws IOException {
        Thunderbird thunderbird = test.thunderbird;
        Path folder = Files.createDirectories(test.folder().resolve("failed"));
        Files.writeString(folder.resolve(name + ".console.txt"), thunderbird.console());
        for (String kind : thunderbird.windows()) {
            if (kind.equals("mail:3pane") || kind.equals("msgcompose")) {
                Files.write(folder.resolve(name + "." + kind.replace(':', '-') + ".png"), Screenshot.of(thunderbird, kind));
            }
        }
        System.err.println("What was to be seen when " + name + " failed: " + folder);
    }
}
