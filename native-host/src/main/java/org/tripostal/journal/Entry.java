package org.tripostal.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A decision that was carried out on a message.
 *
 * @param id its number in the journal, from 1; 0 before it is recorded
 * @param run the run it belongs to: what was carried out together
 * @param at when
 * @param account Thunderbird's account id
 * @param messageId the Message-ID without angle brackets
 * @param delivery what tells this copy from others with the same Message-ID; may be empty
 * @param author whom it is from, as Thunderbird shows it
 * @param subject its subject
 * @param from the path of the folder it was in
 * @param to the path of the folder it was moved to; equal to {@code from} where it stayed
 * @param before its marks before: {@code {"read":…,"flagged":…,"junk":…,"tags":[…]}}
 * @param decision the decision with its reasons, as {@code messages/judge} gave it
 * @param outcome {@code done} or {@code failed}
 * @param undo whether it was taken back
 */
public record Entry(
        long id, String run, Instant at, String account, String messageId, String delivery, String author, String subject, String from,
        String to, JsonNode before, JsonNode decision, String outcome, Undo undo) {

    /** Whether an entry was taken back. */
    public enum Undo {
        /** It stands. */
        NONE,
        /** It is to be taken back as soon as Thunderbird is there to do it. */
        REQUESTED,
        /** It was taken back; the message is not touched again. */
        DONE
    }
}
