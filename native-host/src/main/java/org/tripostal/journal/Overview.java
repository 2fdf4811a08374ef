package org.tripostal.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What was done in a time, counted.
 *
 * @param total messages that something was done with
 * @param undone of these, taken back
 * @param folders where they went, the fullest first
 * @param rules which rules had a say, the busiest first
 * @param runs what was carried out together, the latest first; at most {@link #MOST_RUNS}
 * @param days day by day, in this computer's time zone; days on which nothing happened are left out
 */
public record Overview(long total, long undone, List<OfFolder> folders, List<OfRule> rules, List<OfRun> runs, List<OfDay> days) {

    /** More runs than this nobody reads. */
    public static final int MOST_RUNS = 50;

    /** How much went into a folder. @param undone of these, taken back */
    public record OfFolder(String account, String folder, long count, long undone) {}

    /** How often a rule had a say. @param undone of these, taken back */
    public record OfRule(String pack, String rule, long count, long undone) {}

    /** A run. @param at its first moment @param undone of these, taken back */
    public record OfRun(String run, Instant at, long count, long undone) {}

    /**
     * A day.
     *
     * @param sorted messages that were moved elsewhere than to junk, and stand
     * @param junk messages that were moved to junk, and stand
     * @param rescued messages that were taken out of junk again, or that a rule said are none
     * @param other messages that were marked or kept, or whose move was taken back
     */
    public record OfDay(LocalDate day, long sorted, long junk, long rescued, long other) {}
}
