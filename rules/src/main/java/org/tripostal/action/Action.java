package org.tripostal.action;

/** What a rule may decide. Tags, flags and findings add up; of those that say where a message goes ({@link Placement}), one wins. */
public sealed interface Action
        permits Placement, MarkNotJunk, AddTag, Flag, MarkRead, Notify, PutForward, Finding, SpamEvidence {}
