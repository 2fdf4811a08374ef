package org.tripostal.engine.guard;

/** A class that does harm as soon as it is loaded: what a library on the class path might be. */
public final class EvilClass {

    static {
        System.setProperty(Attack.PROPERTY, "set");
    }

    public static final boolean ON = Boolean.parseBoolean("true");

    private EvilClass() {}

    /** Another one. */
    public static final class Constant {

        static {
            System.setProperty(Attack.PROPERTY, "set");
        }

        public static final int NUMBER = Integer.parseInt("7");

        private Constant() {}
    }
}
