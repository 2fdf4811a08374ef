package org.tripostal.action;

/** Put the message forward to the user: it lies in the junk folder, and may be what the user is waiting for. */
public record PutForward() implements Action {}
