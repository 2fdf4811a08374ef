package org.tripostal.engine.compile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code package} line of a DRL source. */
final class DrlPackage {

    private static final Pattern PACKAGE = Pattern.compile("package\\s+[\\w.]+(?:\\s*;)?");

    private DrlPackage() {}

    /** The source with this package instead of its own, or of none. Every line keeps its number. */
    static String moved(String drl, String drlPackage) {
        int start = endOfSpaceAndComments(drl);
        Matcher own = PACKAGE.matcher(drl).region(start, drl.length());
        String rest = own.lookingAt() ? blankLines(own.group()) + drl.substring(own.end()) : drl.substring(start);
        return drl.substring(0, start) + "package " + drlPackage + "; " + rest;
    }

    /** The line breaks within a package line that was spread over several. */
    private static String blankLines(String text) {
        return text.replaceAll("[^\\n]", "");
    }

    private static int endOfSpaceAndComments(String drl) {
        int at = 0;
        while (at < drl.length()) {
            if (Character.isWhitespace(drl.charAt(at))) {
                at++;
            } else if (drl.startsWith("//", at)) {
                at = after(drl, "\n", at);
            } else if (drl.startsWith("/*", at)) {
                at = after(drl, "*/", at + 2);
            } else {
                return at;
            }
        }
        return at;
    }

    private static int after(String drl, String end, int from) {
        int found = drl.indexOf(end, from);
        return found < 0 ? drl.length() : found + end.length();
    }
}
