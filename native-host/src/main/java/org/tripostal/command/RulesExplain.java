package org.tripostal.command;

import picocli.CommandLine.Command;
import java.util.concurrent.Callable;

@Command(name = "explain", mixinStandardHelpOptions = true)
final class RulesExplain implements Callable<Integer> {
    @Override public Integer call() { return 0; }
}
