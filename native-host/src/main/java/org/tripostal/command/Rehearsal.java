package org.tripostal.command;

import java.util.ArrayList;
import java.util.List;
import org.tripostal.Main;

/** Several commands one after the other, with {@code --} between them: what the build lets the program do once, to keep in an archive what it loads. */
public final class Rehearsal {

    private static final String NEXT = "--";

    private Rehearsal() {}

    /** Runs them all; ends with the exit status of the first that fails. */
    public static void main(String[] args) throws ClassNotFoundException {
        Class.forName(Main.class.getName()); // where a person's command begins, so that it is kept too
        List<String> command = new ArrayList<>();
        int status = 0;
        for (int i = 0; i <= args.length && status == 0; i++) {
            if (i == args.length || args[i].equals(NEXT)) {
                status = Tripostal.run(List.copyOf(command));
                command.clear();
            } else {
                command.add(args[i]);
            }
        }
        System.exit(status);
    }
}
