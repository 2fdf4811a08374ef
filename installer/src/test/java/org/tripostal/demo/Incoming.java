package org.tripostal.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of the demo's post bag.
 *
 * @param folder where it belongs
 * @param id its Message-ID, without the angle brackets
 * @param from the author, as a person reads it
 */
record Incoming(byte[] bytes, String folder, String id, String from, String subject) {

    /** The whole bag, in the order of delivery. */
    static List<Incoming> all() throws IOException, MessagingException {
        List<Incoming> all = new ArrayList<>();
        for (String line : new String(resource("incoming.csv"), StandardCharsets.UTF_8).lines().skip(1).toList()) {
            String[] columns = line.split(",", 2);
            all.add(read(resource("incoming/" + columns[0]), columns[1]));
        }
        return all;
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream resource = Incoming.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("there is no resource " + name);
            }
            return resource.readAllBytes();
        }
    }

    private static Incoming read(byte[] bytes, String folder) throws MessagingException {
        MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(bytes));
        jakarta.mail.internet.InternetAddress from = (jakarta.mail.internet.InternetAddress) message.getFrom()[0];
        return new Incoming(bytes, folder, message.getMessageID().replaceAll("[<>]", ""),
                from.getPersonal() == null ? from.getAddress() : from.getPersonal(),
                message.getSubject() == null ? "" : message.getSubject());
    }
}
