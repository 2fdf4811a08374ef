package org.tripostal.mail;

/**
 * How large the attachments of this message may be. The netiquette rules insert it themselves.
 *
 * @param bytes encoded for transport
 * @param provider the provider whose limit it is; empty where it is the one of the settings
 */
public record SizeLimit(long bytes, String provider) {}
