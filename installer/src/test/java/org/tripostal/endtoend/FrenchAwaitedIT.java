package org.tripostal.endtoend;

/** The same in French. */
class FrenchAwaitedIT extends AwaitedIT {

    @Override
    String language() {
        return "fr";
    }
}
