package org.tripostal.mail;

/**
 * What the account's own server found out about the sender (RFC 8601, Authentication-Results). Only the topmost field of a server that is trusted
 * becomes this fact: everybody may write such a field into a message before it arrives.
 *
 * @example {@code Authentication(method == "dkim", result == "pass")}
 * @param server the server that says so, in lower case, for example {@code mx.example.org}
 * @param method what it looked at, in lower case: {@code spf}, {@code dkim}, {@code dmarc}
 * @param result what came of it, in lower case: {@code pass}, {@code fail}, {@code softfail}, {@code none}, …
 */
public record Authentication(String server, String method, String result) {}
