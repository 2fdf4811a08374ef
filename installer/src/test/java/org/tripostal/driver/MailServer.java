package org.tripostal.driver;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The mail servers on the loopback interface, at free ports: SMTP to send, IMAP and POP3 to read, and a Dovecot where an account is on one. Any
 * recipient is accepted.
 */
public final class MailServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final GreenMail server;
    private final Dovecot dovecot;

    public MailServer(List<Account> accounts) throws IOException {
        server = new GreenMail(Stream.of(ServerSetup.PROTOCOL_SMTP, ServerSetup.PROTOCOL_IMAP, ServerSetup.PROTOCOL_POP3).map(protocol -> {
            ServerSetup setup = new ServerSetup(0, HOST, protocol);
            setup.setServerStartupTimeout(20_000);
            return setup;
        }).toArray(ServerSetup[]::new));
        // Asked for the quota of a folder with letters outside ASCII, it answers with bytes that no IMAP server may send, and Thunderbird never opens that folder.
        server.setQuotaSupported(false);
        server.start();
        for (Account account : accounts) {
            server.setUser(account.email(), account.email(), account.password());
        }
        List<Account> onDovecot = accounts.stream().filter(account -> account.kind() == Account.Kind.DOVECOT).toList();
        dovecot = onDovecot.isEmpty() ? null : new Dovecot(onDovecot);
    }

    int smtpPort() {
        return server.getSmtp().getPort();
    }

    /** Where Thunderbird fetches an account's mail. */
    int incomingPort(Account account) {
        return account.kind().isPop() ? server.getPop3().getPort() : imapPort(account);
    }

    private int imapPort(Account account) {
        return account.kind() == Account.Kind.DOVECOT ? dovecot.port() : server.getImap().getPort();
    }

    /** Delivers a message, byte for byte, to one of the accounts. */
    public void deliver(byte[] message, Account account) throws MessagingException {
        if (account.kind() == Account.Kind.DOVECOT) {
            // There is no SMTP server in front of it.
            mailbox(account).put("INBOX", received(message), new Flags());
        } else {
            hand(message, account.email());
        }
    }

    /** Hands a message in by SMTP. */
    private void hand(byte[] message, String recipient) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", HOST);
        properties.put("mail.smtp.port", String.valueOf(smtpPort()));
        properties.put("mail.smtp.from", "postman@mail.example");
        Session session = Session.getInstance(properties);
        MimeMessage parsed = new MimeMessage(session, new ByteArrayInputStream(message));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(parsed, new Address[] {new InternetAddress(recipient)});
        }
    }

    /** The message as it looks once a mail server has taken it in: with a trace of that delivery, and of no other. */
    public static byte[] received(byte[] message) {
        return received(message, java.time.ZonedDateTime.now());
    }

    /** The same for one that was taken in at another time. */
    public static byte[] received(byte[] message, java.time.ZonedDateTime when) {
        String trace = "Received: from mail.example by mx.example.org with ESMTP id " + java.util.UUID.randomUUID() + "; "
                + java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(when) + "\r\n";
        byte[] head = trace.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] whole = java.util.Arrays.copyOf(head, head.length + message.length);
        System.arraycopy(message, 0, whole, head.length, message.length);
        return whole;
    }

    /** The mailbox of one of the accounts. */
    public Mailbox mailbox(Account account) {
        return new Mailbox(imapPort(account), account.email(), account.password());
    }

    /** The mailbox of somebody who was written to; the server opens it with the first message. */
    public Mailbox mailboxOf(String recipient) {
        server.setUser(recipient, recipient, recipient);
        return new Mailbox(server.getImap().getPort(), recipient, recipient);
    }

    /** Cuts off all connections to Dovecot; nobody is let in until {@link #restore}. */
    public void cutOff() {
        dovecot.stop();
    }

    /** Lets everybody in again after {@link #cutOff}. */
    public void restore() throws IOException {
        dovecot.start();
    }

    /** Where an account's mail on Dovecot lies, as Maildir++: {@code .Family} is the folder Family. */
    public Path maildir(Account account) {
        return dovecot.maildir(account);
    }

    @Override
    public void close() {
        server.stop();
        if (dovecot != null) {
            dovecot.close();
        }
    }
}
