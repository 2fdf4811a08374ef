package org.tripostal.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.tripostal.driver.Scene;

/** Keeps what can be seen at the moment at which a test fails: pictures, the error console, what the add-on remembers. */
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
        Path folder = test.folder().resolve("failed");
        Scene.keep(test.thunderbird, folder, name);
        System.err.println("What was to be seen when " + name + " failed: " + folder);
    }
}
