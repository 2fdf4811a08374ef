package org.tripostal.mail;

/**
 * A file that a message carries. Pictures that are shown inside the text are attachments with {@code inline} set.
 *
 * @param name the file name, decoded; empty where there is none
 * @param contentType the media type in lower case without parameters, for example {@code application/pdf}; empty where unknown
 * @param size the size of the file itself, before encoding for transport, in bytes
 * @param inline whether the text shows it (a picture in HTML), so that the reader does not see it as a file
 */
public record Attachment(String name, String contentType, long size, boolean inline) {}
