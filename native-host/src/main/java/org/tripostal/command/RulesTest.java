package org.tripostal.command;

import picocli.CommandLine.Command;
import java.util.concurrent.Callable;

@Command(name = "test", mixinStandardHelpOptions = true)
final class RulesTest implements Callable<Integer> {
    @Override public Integer call() { return 0; }
}
