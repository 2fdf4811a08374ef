package org.tripostal.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tripostal.Messages;
import org.tripostal.settings.Folders;
import org.tripostal.setup.Diagnosis;
import org.tripostal.setup.Doctor;
import org.tripostal.setup.Registration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tripostal doctor}: names what is wrong and the fix; exit status 1 where something does not work. */
@Command(name = "doctor", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        Locale locale = Locale.getDefault();
        Messages messages = Messages.in(locale);
        PrintStream out = Tripostal.out();
        String system = System.getProperty("os.name");
        List<Diagnosis> diagnoses = new Doctor(Folders.ofUser(), Folders.home(), system, locale).examine(Registration.program(system));
        boolean works = diagnoses.stream().noneMatch(diagnosis -> diagnosis.state() == Diagnosis.State.error);
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(diagnoses));
        } else {
            for (Diagnosis diagnosis : diagnoses) {
                out.println(messages.say("doctor.state." + diagnosis.state()) + "  " + diagnosis.says());
                if (!diagnosis.remedy().isEmpty()) {
                    out.println("    " + diagnosis.remedy());
                }
            }
            out.println(messages.say(works ? "doctor.works" : "doctor.worksNot"));
        }
        return works ? Tripostal.OK : Tripostal.SOMETHING_UNREADABLE;
    }
}
