package org.tripostal.engine;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/** How strong a decision on where a message goes is, from the strongest to the weakest. Built-in rules name theirs by {@code @kind}. */
public enum Precedence {
    /** {@code Keep}, whoever says it. */
    @JsonProperty("keep")
    KEEP("keep"),
    /** A server's spam verdict, or a spoofed sender that failed authentication. */
    @JsonProperty("server-verdict")
    SERVER_VERDICT("server-verdict"),
    /** A rule of the organisation's, where it comes first. */
    @JsonProperty("organisation-first")
    ORGANISATION_FIRST("organisation-first"),
    /** A rule of the user's own. */
    @JsonProperty("user")
    USER("user"),
    /** A line of routes.csv. */
    @JsonProperty("route")
    ROUTE("route"),
    /** A rule of the organisation's, where it comes last: after the user's own rules and routes. */
    @JsonProperty("organisation-last")
    ORGANISATION_LAST("organisation-last"),
    /** Spam by its score. */
    @JsonProperty("spam-score")
    SPAM_SCORE("spam-score"),
    /** The user's own mail. */
    @JsonProperty("own-mail")
    OWN_MAIL("own-mail"),
    /** Mailing lists. */
    @JsonProperty("list")
    LIST("list");

    private final String kind;

    Precedence(String kind) {
        this.kind = kind;
    }

    /**
     * The precedence that a built-in rule names by {@code @kind("…")}.
     *
     * @throws IllegalArgumentException where there is no such kind; the message lists those there are
     */
    public static Precedence ofKind(String kind) {
        return Arrays.stream(values())
                .filter(precedence -> precedence.kind.equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "@kind(\"" + kind + "\") is none of " + Arrays.stream(values()).map(precedence -> precedence.kind).toList()));
    }
}
