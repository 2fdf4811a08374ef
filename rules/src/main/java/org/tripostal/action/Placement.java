package org.tripostal.action;

/** An action that says where a message goes. At most one wins. */
public sealed interface Placement extends Action permits FileInto, MarkJunk, Keep {}
