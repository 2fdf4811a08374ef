package org.tripostal.action;

import java.util.Locale;

/** How much a finding weighs, from the gravest to the lightest. */
public enum Severity {
    /** The message cannot be sent past it. */
    BLOCK,
    /** The writer is asked before the message leaves. */
    ASK,
    /** Shown, but does not stop the message. */
    TIP;

    /** The word on the wire: {@code block}, {@code ask}, {@code tip}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
