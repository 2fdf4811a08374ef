package org.tripostal.engine.guard;

import org.drools.core.base.accumulators.CountAccumulateFunction;

/** A function of accumulate that does harm as soon as it is made. */
public final class EvilAccumulate extends CountAccumulateFunction {

    public EvilAccumulate() {
        System.setProperty(Attack.PROPERTY, "set");
    }
}
