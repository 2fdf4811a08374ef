package org.tripostal.mail;

/**
 * Custom asks for neither greeting nor closing in this message. The netiquette rules insert it themselves, so that each custom is a rule that can be read.
 *
 * @param custom which custom, for example {@code quick-reply}
 */
public record Informal(String custom) {}
