package org.tripostal.engine.compile;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tripostal.engine.user.CompileJob;
import org.tripostal.engine.user.RuleCache;

/** The program that compiles the user's rules, {@code CompileRules <cache folder>}: jobs on standard input, on standard output the key of each when its outcome is in the cache; where it cannot be written there, a tabulator and the reason behind the key. */
public final class CompileRules {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CompileRules() {}

    /** Compiles what standard input asks for, and ends. */
    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        System.setOut(System.err); // whatever the compiler prints
        System.setProperty("drools.dialect.java.compiler.lnglevel", "17"); // the oldest Java that may load it
        RuleCache cache = new RuleCache(Path.of(args[0]));
        List<CompileJob> jobs = new ArrayList<>();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            jobs.add(JSON.readValue(line, CompileJob.class));
        }
        for (CompileJob job : jobs) {
            out.println(job.key() + keep(job, cache));
            out.flush();
        }
        System.exit(0); // Drools leaves threads behind
    }

    private static String keep(CompileJob job, RuleCache cache) {
        try {
            try {
                cache.putJar(job.key(), UserFileCompiler.compile(job));
            } catch (CompileException e) {
                cache.putErrors(job.key(), e.errors());
            }
            return "";
        } catch (IOException e) {
            return "\t" + String.valueOf(e.getMessage()).replace('\n', ' ');
        }
    }
}
