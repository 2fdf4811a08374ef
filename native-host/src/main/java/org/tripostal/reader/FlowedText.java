package org.tripostal.reader;

/** Text in which programs broke paragraphs and say so: {@code format=flowed} (RFC 3676). */
final class FlowedText {

    private static final String SIGNATURE = "-- ";

    private FlowedText() {}

    /**
     * The text with its paragraphs on one line each, quote marks before quoted ones.
     *
     * @param deleteSpace whether the space at which a line was broken was put there for that ({@code DelSp=yes})
     */
    static String unflowed(String text, boolean deleteSpace) {
        StringBuilder out = new StringBuilder();
        int openDepth = -1;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            int depth = 0;
            while (depth < line.length() && line.charAt(depth) == '>') {
                depth++;
            }
            String words = line.substring(depth);
            words = words.startsWith(" ") ? words.substring(1) : words;
            boolean signature = words.equals(SIGNATURE);
            if (openDepth == depth && !signature) {
                out.append(words);
            } else {
                if (out.length() > 0) {
                    out.append('\n');
                }
                out.append(">".repeat(depth)).append(depth > 0 ? " " : "").append(words);
            }
            boolean flows = words.endsWith(" ") && !signature;
            if (flows && deleteSpace) {
                out.setLength(out.length() - 1);
            }
            openDepth = flows ? depth : -1;
        }
        return out.toString();
    }
}
