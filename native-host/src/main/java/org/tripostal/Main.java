package org.tripostal;

import java.io.IOException;
import java.util.Arrays;
import org.tripostal.command.Tripostal;

/** {@code host …} is what Thunderbird starts; anything else is a command of a person's. */
public final class Main {

    private Main() {}

    /** Runs and ends with an exit status. */
    public static void main(String[] args) throws IOException {
        // What follows "host" is what Thunderbird adds: the path of the manifest and the id of the add-on.
        System.exit(args.length > 0 && args[0].equals("host") ? Host.run(System.in, System.out) : Tripostal.run(Arrays.asList(args)));
    }
}
