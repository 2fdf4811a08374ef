package org.tripostal.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.sqlite.Function;

/** Lets SQLite compare texts as people search: SQLite itself knows no capitals outside ASCII, and no accents. */
final class Folding {

    /** The function's name in SQL. */
    static final String NAME = "folded";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Folding() {}

    static void register(Connection connection) throws SQLException {
        Function.create(connection, NAME, new Function() {
            @Override
            protected void xFunc() throws SQLException {
                result(fold(value_text(0)));
            }
        });
    }

    /** The text without capitals and accents. */
    static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
