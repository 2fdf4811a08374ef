package org.tripostal.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One copy of a message. The same Message-ID may come twice, by a list and directly: what the last server wrote tells the copies apart.
 *
 * @param messageId the Message-ID without angle brackets
 * @param delivery a digest of the topmost Received field; empty where it is not known
 */
public record Copy(String messageId, String delivery) {

    /** The delivery of a copy about which only the Message-ID is known. */
    public static final String UNKNOWN_DELIVERY = "";

    private static final int DIGEST_CHARACTERS = 16;

    /**
     * What tells a delivery from others of the same message.
     *
     * @param received the topmost Received field, which names a server's own number for this copy; empty where there is none
     */
    public static String delivery(String received) {
        String field = received.replaceAll("\\s+", " ").strip();
        if (field.isEmpty()) {
            return "none";
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(field.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGEST_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
