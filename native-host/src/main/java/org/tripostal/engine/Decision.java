package org.tripostal.engine;

import java.util.List;

/**
 * What is to be done with a message.
 *
 * @param actions the winners: at most one placement, and all that adds up
 * @param lost placements that lost
 * @param findings what was found about an outgoing message, the gravest first
 * @param spam how likely the message is spam
 */
public record Decision(List<Decided> actions, List<Lost> lost, List<Decided> findings, SpamScore spam) {

    /**
     * A placement that lost.
     *
     * @param decided what was wanted, and why
     * @param to what won
     */
    public record Lost(Decided decided, Decided to) {}
}
