package org.tripostal.driver;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;

/** A mail server on the loopback interface, at free ports: SMTP to send, IMAP to read. Any recipient is accepted. */
public final class MailServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final GreenMail server;

    public MailServer(Iterable<Account> accounts) {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)});
        for (ServerSetup setup : new ServerSetup[] {server.getSmtp().getServerSetup(), server.getImap().getServerSetup()}) {
            setup.setServerStartupTimeout(20_000);
        }
        server.start();
        for (Account account : accounts) {
            server.setUser(account.email(), account.email(), account.password());
        }
    }

    int smtpPort() {
        return server.getSmtp().getPort();
    }

    int imapPort() {
        return server.getImap().getPort();
    }

    /** Hands a message in by SMTP, byte for byte, for one recipient. */
    public void deliver(byte[] message, String recipient) throws MessagingException {
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

    /** The mailbox of one of the accounts. */
    public Mailbox mailbox(Account account) {
        return new Mailbox(imapPort(), account.email(), account.password());
    }

    /** The mailbox of somebody who was written to; the server opens it with the first message. */
    public Mailbox mailboxOf(String recipient) {
        server.setUser(recipient, recipient, recipient);
        return new Mailbox(imapPort(), recipient, recipient);
    }

    @Override
    public void close() {
        server.stop();
    }
}
