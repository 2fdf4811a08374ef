package org.tripostal.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tripostal.Messages;
import org.tripostal.Version;
import org.tripostal.engine.RuleSet;
import org.tripostal.engine.user.CompilerProcess;
import org.tripostal.engine.user.RuleSources;
import org.tripostal.engine.user.SetAside;
import org.tripostal.engine.user.UserRules;
import org.tripostal.journal.Journal;
import org.tripostal.journal.JournalException;
import org.tripostal.settings.Configuration;
import org.tripostal.settings.Folders;
import org.tripostal.settings.Problem;
import org.tripostal.spam.Learner;
import org.tripostal.spam.LearnerException;
import org.tripostal.spam.Learners;

/**
 * Looks at everything that must be right for Thunderbird and the program to work together, and names what is wrong and the fix. What it says holds
 * no address, no subject and no text of mail, and the home folder is written {@code ~}, so that it can be sent to somebody who helps.
 */
public final class Doctor {

    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    private final Folders folders;
    private final Path home;
    private final String system;
    private final Locale locale;
    private final Messages messages;
    private final List<Diagnosis> diagnoses = new ArrayList<>();

    /** A look at this user's folders. */
    public Doctor(Folders folders, Path home, String system, Locale locale) {
        this.folders = folders;
        this.home = home;
        this.system = system;
        this.locale = locale;
        this.messages = Messages.in(locale);
    }

    /**
     * Looks at everything.
     *
     * @param program the program that Thunderbird is to start
     */
    public List<Diagnosis> examine(Path program) {
        diagnoses.clear();
        say(Diagnosis.State.ok, "versions", Map.of("version", Version.CURRENT, "java", Runtime.version().toString(), "system", system));
        examineProgram(program);
        Registration.manifests(system, home).forEach(manifest -> examineManifest(manifest, program));
        examineRules();
        examineOwnRules();
        examineSettings();
        new LinkedHashSet<>(List.of(folders.config(), folders.data(), folders.cache())).forEach(this::examineFolder);
        examineJournal();
        examineLearner();
        return List.copyOf(diagnoses);
    }

    private void examineProgram(Path program) {
        if (!Files.isRegularFile(program)) {
            say(Diagnosis.State.error, "program.missing", Map.of("program", shown(program)));
        } else if (!Files.isExecutable(program)) {
            say(Diagnosis.State.error, "program.notExecutable", Map.of("program", shown(program)));
        } else {
            try {
                Duration time = StartUp.measure(program);
                say(Diagnosis.State.ok, "program", Map.of("program", shown(program), "millis", time.toMillis()));
            } catch (IOException e) {
                say(Diagnosis.State.error, "program.noAnswer", Map.of("program", shown(program), "reason", withoutHome(String.valueOf(e.getMessage()))));
            }
        }
    }

    private void examineManifest(Path file, Path program) {
        Map<String, Object> values = Map.of("manifest", shown(file));
        if (Files.notExists(file)) {
            say(Diagnosis.State.error, "manifest.missing", values);
            return;
        }
        try {
            JsonNode manifest = new ObjectMapper().readTree(Files.readAllBytes(file));
            boolean ours = manifest.path("name").asText().equals(Registration.HOST) && manifest.path("type").asText().equals("stdio");
            boolean allowed = false;
            for (JsonNode extension : manifest.path("allowed_extensions")) {
                allowed |= extension.asText().equals(Registration.ADD_ON);
            }
            if (!ours || !allowed) {
                say(Diagnosis.State.error, "manifest.wrong", values);
            } else if (!manifest.path("path").asText().equals(program.toString())) {
                say(Diagnosis.State.error, "manifest.elsewhere", Map.of("manifest", shown(file), "program", withoutHome(manifest.path("path").asText())));
            } else {
                say(Diagnosis.State.ok, "manifest", values);
            }
        } catch (IOException e) {
            say(Diagnosis.State.error, "manifest.wrong", values);
        }
    }

    private void examineRules() {
        Set<String> packs = RuleSet.builtInPacks();
        say(Diagnosis.State.ok, "rules", Map.of("count", RuleSet.builtIn(packs).rules().size(), "packs", String.join(", ", packs)));
    }

    /** Names files and lines, not what they say: a rule holds addresses. */
    private void examineOwnRules() {
        if (Files.notExists(folders.rules()) && Files.notExists(folders.organisation().rules())) {
            return;
        }
        try {
            UserRules own = new RuleSources(folders, CompilerProcess.ofProgram()).upToDate();
            own.errors().forEach((file, errors) -> errors.forEach(
                    error -> say(Diagnosis.State.warning, "rules.problem", Map.of("file", shown(file), "line", error.line()))));
            SetAside setAside = SetAside.read(folders.rulesSetAside());
            own.inForce().forEach(file -> setAside.of(file).forEach(
                    failed -> say(Diagnosis.State.warning, "rules.setAside", Map.of("file", shown(file.path()), "line", failed.line()))));
            say(Diagnosis.State.ok, "rules.own", Map.of(
                    "files", own.inForce().size(), "count", own.inForce().stream().mapToInt(file -> file.rules().rules().size()).sum()));
        } catch (IOException e) {
            say(Diagnosis.State.error, "rules.failed", Map.of("folder", shown(folders.rules()), "reason", withoutHome(String.valueOf(e.getMessage()))));
        }
    }

    private void examineSettings() {
        Configuration configuration = Configuration.load(folders, locale);
        for (Problem problem : configuration.problems()) {
            Path file = Path.of(problem.file());
            diagnoses.add(new Diagnosis(
                    "settings", Diagnosis.State.warning,
                    messages.say("doctor.settings.problem", Map.of("file", shown(file), "line", problem.line())), messages.say("doctor.settings.problem.remedy")));
        }
        if (configuration.problems().isEmpty()) {
            String key = configuration.settings().active() ? "settings.active" : "settings.inactive";
            say(Diagnosis.State.ok, key, Map.of("count", configuration.routes().size()));
        }
    }

    private void examineFolder(Path folder) {
        Map<String, Object> values = Map.of("folder", shown(folder));
        if (Files.notExists(folder)) {
            say(Diagnosis.State.ok, "folder.notYet", values);
        } else if (!Files.isDirectory(folder) || !Files.isReadable(folder) || !Files.isWritable(folder)) {
            say(Diagnosis.State.error, "folder.noRights", values);
        } else if (isOpenToOthers(folder)) {
            say(Diagnosis.State.warning, "folder.open", values);
        } else {
            say(Diagnosis.State.ok, "folder", values);
        }
    }

    private static boolean isOpenToOthers(Path folder) {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(folder);
            return !Collections.disjoint(rights, OF_OTHERS);
        } catch (UnsupportedOperationException | IOException e) {
            return false; // not a system with such rights: they are the system's own affair there
        }
    }

    private void examineJournal() {
        if (Files.notExists(folders.journal())) {
            return;
        }
        try (Journal journal = Journal.open(folders.journal())) {
            if (journal.setAside().isPresent()) {
                say(Diagnosis.State.warning, "journal.setAside", Map.of("aside", shown(journal.setAside().get())));
            } else {
                say(Diagnosis.State.ok, "journal", Map.of("count", journal.count()));
            }
        } catch (JournalException e) {
            say(Diagnosis.State.error, "journal.failed", Map.of("file", shown(folders.journal())));
        }
    }

    private void examineLearner() {
        try {
            for (String scope : Learners.kept(folders.data())) {
                examineLearner(scope);
            }
        } catch (LearnerException e) {
            say(Diagnosis.State.error, "learned.failed", Map.of("folder", shown(folders.learner()), "reason", withoutHome(String.valueOf(e.getMessage()))));
        }
    }

    private void examineLearner(String scope) throws LearnerException {
        try (Learner learner = Learner.open(folders.data(), scope)) {
            Learner.State state = learner.state();
            if (state.setAside().isPresent()) {
                say(Diagnosis.State.warning, "learned.setAside", Map.of("aside", shown(state.setAside().get())));
            } else {
                String key = scope.equals(Learner.SHARED) ? "learned" : "learned.ofAccount";
                say(Diagnosis.State.ok, key, Map.of("spam", state.spam(), "wanted", state.wanted(), "account", scope));
                state.needs(messages).ifPresent(needs -> diagnoses.add(new Diagnosis("learned", Diagnosis.State.ok, needs, "")));
            }
        }
    }

    private void say(Diagnosis.State state, String key, Map<String, ?> values) {
        String subject = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        String remedy = state == Diagnosis.State.ok ? "" : messages.say("doctor." + key + ".remedy", values);
        diagnoses.add(new Diagnosis(subject, state, messages.say("doctor." + key, values), remedy));
    }

    private String shown(Path path) {
        return withoutHome(path.toString());
    }

    /** The name of the home folder is mostly that of its owner. */
    private String withoutHome(String text) {
        return home.getNameCount() == 0 ? text : text.replaceAll(Pattern.quote(home.toString()) + "(?![\\w.-])", "~");
    }
}
