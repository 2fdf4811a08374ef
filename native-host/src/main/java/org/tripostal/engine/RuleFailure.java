package org.tripostal.engine;

import java.util.Optional;

/** A rule threw an exception, filled the memory or did not come to an end. The message names the rule. */
public final class RuleFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** What a rule did. */
    public enum Kind {
        /** It fired over and over, or is still at work. */
        ENDLESS,
        /** It threw an exception. */
        THREW,
        /** It filled the memory. */
        MEMORY
    }

    private final transient RuleInfo rule;
    private final Kind kind;
    private final String detail;

    /**
     * @param rule the rule; null where it is not known
     * @param detail what was thrown; may be empty
     */
    public RuleFailure(RuleInfo rule, Kind kind, String detail, Throwable cause) {
        super(message(rule, kind, detail), cause);
        this.rule = rule;
        this.kind = kind;
        this.detail = detail;
    }

    /** A rule that is still at work. */
    public static RuleFailure endless(Optional<RuleInfo> rule) {
        return new RuleFailure(rule.orElse(null), Kind.ENDLESS, "", null);
    }

    private static String message(RuleInfo rule, Kind kind, String detail) {
        String which = rule == null ? "a rule" : "the rule “" + rule.rule() + "”";
        return switch (kind) {
            case ENDLESS -> which + " does not come to an end";
            case THREW -> rule == null ? "a rule failed: " + detail : "a rule failed in " + which + ": " + detail;
            case MEMORY -> which + " fills the memory";
        };
    }

    /** The rule, if it is known. */
    public Optional<RuleInfo> rule() {
        return Optional.ofNullable(rule);
    }

    /** What it did. */
    public Kind kind() {
        return kind;
    }

    /** What was thrown; may be empty. */
    public String detail() {
        return detail;
    }
}
