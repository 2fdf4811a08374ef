package org.tripostal.mail;

/** The message lies in the junk folder. Only then can it be put forward as one that the user may be waiting for. */
public record InJunk() {}
