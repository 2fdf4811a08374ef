package org.tripostal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tripostal.FileTrouble;
import org.tripostal.Messages;
import org.tripostal.pack.PackException;
import org.tripostal.pack.PackFolder;
import org.tripostal.pack.PackSignature;
import org.tripostal.pack.PackZip;
import org.tripostal.pack.RulePack;
import org.tripostal.settings.Folders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tripostal rules export}: a pack as a ZIP file, to hand on. */
@Command(name = "export", mixinStandardHelpOptions = true)
final class RulesExport implements Callable<Integer> {

    @Option(names = "--sign", paramLabel = "FILE", descriptionKey = "sign")
    private Path privateKey;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "name")
    private String name;

    @Parameters(index = "1", paramLabel = "ZIP", descriptionKey = "zip")
    private Path zip;

    private final Messages messages = Messages.in(Locale.getDefault());

    @Override
    public Integer call() throws IOException {
        try {
            RulePack pack = PackFolder.isName(name) ? new PackFolder(Folders.ofUser().rules()).installed(name) : null;
            if (pack == null) {
                System.err.println("tripostal: " + messages.say("pack.none", Map.of("name", name)));
                return Tripostal.SOMETHING_UNREADABLE;
            }
            RulePack written = privateKey == null ? pack : PackSignature.signed(pack, privateKey);
            PackZip.write(written, Files.newOutputStream(zip, StandardOpenOption.CREATE_NEW));
            Tripostal.out().println(messages.say("pack.exported", Map.of("file", zip, "checksum", written.checksum())));
            return Tripostal.OK;
        } catch (PackException e) {
            System.err.println("tripostal: " + name + ": " + e.in(messages));
        } catch (IOException e) {
            System.err.println("tripostal: " + zip + ": " + FileTrouble.reason(e, messages));
        }
        return Tripostal.SOMETHING_UNREADABLE;
    }
}
