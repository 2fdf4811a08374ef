package org.tripostal.engine;

/** Memory that is kept back for when a rule has filled the rest: without it there is no room to say so, nor to let go of what the rule has piled up. */
final class Reserve {

    private static final int BYTES = 4 << 20;

    private static volatile byte[] kept;

    private Reserve() {}

    static void keep() {
        if (kept == null) {
            kept = new byte[BYTES];
        }
    }

    static void release() {
        kept = null;
    }
}
