package org.tripostal.bench;

/** The table, line by line as it becomes known. */
final class Report {

    private int missed;

    void title(String text) {
        System.out.println("\n" + text);
    }

    void line(String what, String figure) {
        System.out.printf("  %-92s %16s%n", what, figure);
    }

    void judged(String what, String figure, String wanted, boolean reached) {
        System.out.printf("  %-92s %16s   %s: %s%n", what, figure, wanted, reached ? "reached" : "MISSED");
        missed += reached ? 0 : 1;
    }

    /** How many figures were not reached. */
    int missed() {
        return missed;
    }
}
