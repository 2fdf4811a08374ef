package org.tripostal.reader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The List-Id field (RFC 2919): {@code Discussions on Debian <debian-user.lists.debian.org>}. */
final class ListId {

    private static final Pattern IN_ANGLES = Pattern.compile("<([^<>]*)>\\s*$");

    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[\\p{Cntrl}/\\\\]+");

    /** Folders with longer names cannot be made on every server. */
    private static final int LONGEST = 60;

    private ListId() {}

    /** The list's whole id, as it is written; empty where there is none. */
    static String whole(String field) {
        Matcher matcher = IN_ANGLES.matcher(field);
        return (matcher.find() ? matcher.group(1) : field).strip();
    }

    /** The list's name as a folder can be called: the first label of its id; empty where there is none. */
    static String name(String field) {
        if (field.isEmpty()) {
            return "";
        }
        String id = whole(field);
        String label = id.contains(".") ? id.substring(0, id.indexOf('.')) : id;
        String name = NOT_IN_A_NAME.matcher(label).replaceAll("-").strip();
        return name.substring(0, name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length())))).strip();
    }
}
