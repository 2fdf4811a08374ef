package org.tripostal.mail;

/**
 * A message of the user's own that the message at hand answers, by its In-Reply-To or References field (RFC 5322, section 3.6.4).
 *
 * @param messageId the Message-ID of the user's message, without angle brackets
 * @param days how many whole days ago it was sent
 */
public record OwnOriginal(String messageId, long days) {}
