package org.tripostal.driver;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What the server holds for one person, read by a second IMAP client: the truth that the tests assert. */
public record Mailbox(int port, String user, String password) {

    /**
     * A message on the server.
     *
     * @param id the Message-ID, without its angle brackets
     * @param headers the header lines, decoded only as far as IMAP does
     * @param keywords the user flags, such as Junk
     */
    public record Held(String id, String subject, String headers, List<String> keywords, String text) { }

    /** Names of all folders, levels separated by {@code /}. */
    public List<String> folders() throws MessagingException {
        try (Store store = open()) {
            return Arrays.stream(store.getDefaultFolder().list("*"))
                    .map(folder -> folder.getFullName().replace(separator(folder), '/')).sorted().toList();
        }
    }

    /** All messages of a folder in the order of arrival; none where there is no such folder. */
    public List<Held> in(String name) throws MessagingException {
        try (Store store = open()) {
            Folder folder = store.getFolder(name.replace('/', separator(store.getDefaultFolder())));
            if (!folder.exists()) {
                return List.of();
            }
            folder.open(Folder.READ_ONLY);
            List<Held> held = new ArrayList<>();
            for (Message message : folder.getMessages()) {
                held.add(read((MimeMessage) message));
            }
            folder.close(false);
            return held;
        }
    }

    /** The folder that each message is in, by Message-ID. A message that is there twice is in {@code "A + B"}. */
    public Map<String, String> whereabouts() throws MessagingException {
        Map<String, String> where = new TreeMap<>();
        for (String folder : folders()) {
            for (Held held : in(folder)) {
                where.merge(held.id(), folder, (a, b) -> a + " + " + b);
            }
        }
        return where;
    }

    private static Held read(MimeMessage message) throws MessagingException {
        StringBuilder headers = new StringBuilder();
        message.getAllHeaderLines().asIterator().forEachRemaining(line -> headers.append(line).append('\n'));
        String id = message.getMessageID() == null ? "" : message.getMessageID().replaceAll("[<>\\s]", "");
        String text;
        try {
            text = message.isMimeType("text/plain") ? String.valueOf(message.getContent()) : "";
        } catch (IOException e) {
            throw new MessagingException("cannot read " + id, e);
        }
        Flags flags = message.getFlags();
        return new Held(id, message.getSubject() == null ? "" : message.getSubject(), headers.toString(),
                List.of(flags.getUserFlags()), text);
    }

    private static char separator(Folder folder) {
        try {
            return folder.getSeparator();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Store open() throws MessagingException {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", port, user, password);
        return store;
    }
}
