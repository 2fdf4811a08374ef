package org.tripostal.driver;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** What the server holds for one person, read by a second IMAP client: the truth that the tests assert. */
public record Mailbox(int port, String user, String password) {

    /**
     * A message on the server.
     *
     * @param id the Message-ID, without its angle brackets
     * @param headers the header lines as they are
     * @param keywords the user flags, such as Junk
     * @param read whether the message is marked as read
     * @param text all its texts, decoded; HTML as it is
     */
    public record Held(String id, String subject, String headers, List<String> keywords, boolean read, String text) { }

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
            List<Held> held = new ArrayList<>();
            for (Message message : messages(store, name)) {
                held.add(read((IMAPMessage) message));
            }
            return held;
        }
    }

    /** The server's own numbers (UID) of what a folder holds: a message that was put there again has another. */
    public List<Long> numbers(String name) throws MessagingException {
        try (Store store = open()) {
            List<Long> numbers = new ArrayList<>();
            for (Message message : messages(store, name)) {
                numbers.add(((UIDFolder) message.getFolder()).getUID(message));
            }
            return numbers;
        }
    }

    /** The folder that each message is in, by Message-ID. A message that is there twice is in {@code "A + B"}. */
    public Map<String, String> whereabouts() throws MessagingException {
        Map<String, String> where = new TreeMap<>();
        try (Store store = open()) {
            for (Folder folder : store.getDefaultFolder().list("*")) {
                String name = folder.getFullName().replace(separator(folder), '/');
                for (Message message : messages(store, name)) {
                    where.merge(id(message), name, (a, b) -> a + " + " + b);
                }
            }
        }
        return where;
    }

    /** Puts a message into a folder as another mail program does, with these flags. */
    public void put(String name, byte[] message, Flags flags) throws MessagingException {
        try (Store store = open()) {
            MimeMessage parsed = new MimeMessage(null, new ByteArrayInputStream(message));
            parsed.setFlags(flags, true);
            folder(store, name).appendMessages(new Message[] {parsed});
        }
    }

    /** Puts many messages into a folder over one connection. */
    public void putAll(String name, List<byte[]> messages, Flags flags) throws MessagingException {
        try (Store store = open()) {
            Folder folder = folder(store, name);
            for (byte[] message : messages) {
                MimeMessage parsed = new MimeMessage(null, new ByteArrayInputStream(message));
                parsed.setFlags(flags, true);
                folder.appendMessages(new Message[] {parsed});
            }
        }
    }

    /** How many messages each folder holds. */
    public Map<String, Integer> counts() throws MessagingException {
        Map<String, Integer> counts = new TreeMap<>();
        whereabouts().values().forEach(folder -> counts.merge(folder, 1, Integer::sum));
        return counts;
    }

    /** Moves a message as another mail program does. */
    public void move(String id, String from, String to) throws MessagingException {
        try (Store store = open()) {
            Folder source = folder(store, from);
            source.open(Folder.READ_WRITE);
            for (Message message : source.getMessages()) {
                if (id.equals(id(message))) {
                    source.copyMessages(new Message[] {message}, folder(store, to));
                    message.setFlag(Flags.Flag.DELETED, true);
                    source.close(true);
                    return;
                }
            }
            throw new MessagingException(id + " is not in " + from);
        }
    }

    /** Renames a folder as another mail program does. */
    public void rename(String from, String to) throws MessagingException {
        try (Store store = open()) {
            if (!folder(store, from).renameTo(folder(store, to))) {
                throw new MessagingException(from + " cannot be renamed to " + to);
            }
            folder(store, from).setSubscribed(false);
            folder(store, to).setSubscribed(true);
        }
    }

    /** Moves all messages of a folder as another mail program does. */
    public void moveAll(String from, String to) throws MessagingException {
        try (Store store = open()) {
            Folder source = folder(store, from);
            source.open(Folder.READ_WRITE);
            source.copyMessages(source.getMessages(), folder(store, to));
            source.setFlags(source.getMessages(), new Flags(Flags.Flag.DELETED), true);
            source.close(true);
        }
    }

    /** Deletes a folder as another mail program does; there must be no messages in it. */
    public void deleteEmpty(String name) throws MessagingException {
        try (Store store = open()) {
            Folder folder = folder(store, name);
            folder.open(Folder.READ_ONLY);
            int messages = folder.getMessageCount();
            folder.close(false);
            if (messages > 0 || !folder.delete(false)) {
                throw new MessagingException(name + " cannot be deleted; it holds " + messages + " messages");
            }
            folder.setSubscribed(false);
        }
    }

    private static Folder folder(Store store, String name) throws MessagingException {
        return store.getFolder(name.replace('/', separator(store.getDefaultFolder())));
    }

    private static Message[] messages(Store store, String name) throws MessagingException {
        Folder folder = folder(store, name);
        if (!folder.exists()) {
            return new Message[0];
        }
        folder.open(Folder.READ_ONLY);   // Closed with the store.
        Message[] messages = folder.getMessages();
        FetchProfile inOneGo = new FetchProfile();
        inOneGo.add("Message-ID");
        inOneGo.add(FetchProfile.Item.FLAGS);
        folder.fetch(messages, inOneGo);
        return messages;
    }

    /** From the headers themselves: GreenMail cannot give the envelope of a message whose To names a group without members. */
    private static Held read(IMAPMessage message) throws MessagingException {
        MimeMessage whole = new MimeMessage(null, message.getMimeStream());
        StringBuilder headers = new StringBuilder();
        whole.getAllHeaderLines().asIterator().forEachRemaining(line -> headers.append(line).append('\n'));
        String subject = whole.getSubject() == null ? "" : whole.getSubject();
        return new Held(id(whole), subject, headers.toString(), List.of(message.getFlags().getUserFlags()),
                message.isSet(Flags.Flag.SEEN), text(whole));
    }

    private static String text(Part part) throws MessagingException {
        try {
            if (part.getContent() instanceof Multipart several) {
                StringBuilder texts = new StringBuilder();
                for (int i = 0; i < several.getCount(); i++) {
                    texts.append(text(several.getBodyPart(i))).append('\n');
                }
                return texts.toString();
            }
            return part.getContent() instanceof String text ? text : "";
        } catch (IOException e) {
            throw new MessagingException("the text cannot be read", e);
        }
    }

    private static String id(Message message) throws MessagingException {
        String[] ids = message.getHeader("Message-ID");
        return ids == null ? "" : ids[0].replaceAll("[<>\\s]", "");
    }

    private static char separator(Folder folder) {
        try {
            return folder.getSeparator();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Store open() throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.imap.peek", "true");   // To look at a message must not mark it as read.
        properties.put("mail.imap.socketFactory", new QuickSockets());
        Store store = Session.getInstance(properties).getStore("imap");
        store.connect("127.0.0.1", port, user, password);
        return store;
    }
}
