package org.tripostal.evaluation;

/** How often what was found was due, and the other way round. */
public final class Tally {

    private int hits;
    private int falseAlarms;
    private int misses;
    private int rightlySilent;

    void count(boolean due, boolean found) {
        if (due) {
            hits += found ? 1 : 0;
            misses += found ? 0 : 1;
        } else {
            falseAlarms += found ? 1 : 0;
            rightlySilent += found ? 0 : 1;
        }
    }

    /** How many messages were labelled. */
    public int labelled() {
        return due() + falseAlarms + rightlySilent;
    }

    /** How many of them a finding was due on. */
    public int due() {
        return hits + misses;
    }

    /** Findings that were due. */
    public int hits() {
        return hits;
    }

    /** Findings that were not due. */
    public int falseAlarms() {
        return falseAlarms;
    }

    /** Findings that were due and did not come. */
    public int misses() {
        return misses;
    }

    /** The share of findings that were due, 0 to 1; not a number where nothing was found. */
    public double precision() {
        return (double) hits / (hits + falseAlarms);
    }

    /** The share of due findings that came, 0 to 1; not a number where none was due. */
    public double recall() {
        return (double) hits / due();
    }
}
