package org.tripostal.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.tripostal.engine.Decision;
import org.tripostal.engine.Judge;
import org.tripostal.engine.Resolver;
import org.tripostal.engine.RuleFailure;
import org.tripostal.engine.RuleSet;
import org.tripostal.mail.IncomingMessage;
import org.tripostal.mail.Mailbox;
import org.tripostal.mail.Route;
import org.tripostal.mail.SortingFolders;

/** Engine time a message: facts in, decision out. Half of the messages have a route, a quarter come through a list. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EngineBench {

    private static final int SENDERS = 1_024;
    private static final int ROUNDS = 3;

    @Param({"30", "300", "3000"})
    public int routes;

    private Judge judge;
    private List<List<Object>> messages;
    private int next;

    @Setup(Level.Trial)
    public void putInForce() {
        List<Object> settings = new ArrayList<>(List.of(SortingFolders.DEFAULT));
        for (int i = 0; i < routes; i++) {
            settings.add(i % 10 == 9 ? Route.ofDomain("domain" + i + ".example", "Domains/" + i) : Route.ofAddress("sender" + i + "@example.org", "People/" + i));
        }
        judge = new Judge(RuleSet.builtIn(Set.of("sorting")), settings);
        messages = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            messages.add(List.of(message(i)));
        }
    }

    private IncomingMessage message(int i) {
        String from = i % 2 == 0 ? "sender" + i % routes + "@example.org" : "stranger" + i + "@elsewhere.example";
        return new IncomingMessage("account1", "/INBOX", i + "@example.org", new Mailbox("Somebody", from), List.of(new Mailbox("", "me@example.org")), List.of(),
                "Subject " + i, Instant.EPOCH, 2_048, false, false, false, List.of(), Set.of("me@example.org"), Set.of(), List.of(), i % 4 == 1 ? "list" : "");
    }

    @Benchmark
    public Decision judge() throws RuleFailure {
        next = (next + 1) % SENDERS;
        return Resolver.resolve(judge.judge(messages.get(next)));
    }

    @TearDown(Level.Trial)
    public void close() {
        judge.close();
    }

    /** Runs in processes of its own; medians of alternating rounds. */
    static void run(Report report) throws RunnerException {
        List<List<Double>> halves = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<List<Double>> tails = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<List<Double>> means = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<String> counts = List.of("30", "300", "3000");
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < counts.size(); i++) {
                RunResult result = new Runner(new OptionsBuilder().include(EngineBench.class.getName()).param("routes", counts.get(i)).forks(1)
                        .warmupIterations(2).warmupTime(TimeValue.seconds(2)).measurementIterations(3).measurementTime(TimeValue.seconds(2))
                        .jvmArgs("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=5", "-Xmx64m").verbosity(org.openjdk.jmh.runner.options.VerboseMode.SILENT).build()).run().iterator().next();
                halves.get(i).add(result.getPrimaryResult().getStatistics().getPercentile(50) / 1e3);
                tails.get(i).add(result.getPrimaryResult().getStatistics().getPercentile(99) / 1e3);
                means.get(i).add(result.getPrimaryResult().getScore() / 1e3);
            }
        }
        for (int i = 0; i < counts.size(); i++) {
            double half = Figures.median(halves.get(i));
            double tail = Figures.median(tails.get(i));
            report.judged("engine time a message, sorting pack, " + counts.get(i) + " routes, p50", "%.1f µs".formatted(half), "at most 10 µs", half <= 10);
            report.judged("engine time a message, sorting pack, " + counts.get(i) + " routes, p99", "%.1f µs".formatted(tail), "at most 100 µs", tail <= 100);
        }
        double cost = Figures.median(halves.get(2)) / Figures.median(halves.get(0));
        report.judged("3,000 routes against 30, p50", "%.2fx".formatted(cost), "at most 1.2x", cost <= 1.2);
        report.line("3,000 routes against 30, mean", "%.2fx".formatted(Figures.median(means.get(2)) / Figures.median(means.get(0))));
    }
}
