package org.tripostal.engine.user;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tripostal.engine.RuleInfo;

/**
 * A file of rules that are not built in, as it was read.
 *
 * @param name its path below the rules folder, {@code /} between folders; the organisation's begin with {@code /}, which none of the user's can
 * @param path where it lies
 * @param text what it says
 * @param sentences the lists of sentences beside a file of plain words; empty for one of DRL
 * @param key names what comes of compiling it: it changes with the text, the name, the facts, the compiler and Drools
 */
public record RuleFile(String name, Path path, String text, String sentences, String key) {

    /** The pack of files that lie in the rules folder itself; those in a folder below it are {@code user/<folder>}. */
    public static final String PACK = "user";

    static RuleFile of(String name, Path path, String text, String sentences, String compiler) {
        return new RuleFile(name, path, text, sentences, digest(compiler + '\0' + name + '\0' + text + (sentences.isEmpty() ? "" : '\0' + sentences)));
    }

    /** What the names of the organisation's files begin with. */
    static final String OF_ORGANISATION = "/";

    /**
     * The pack that the rules of a file of this name belong to: {@code user}, or {@code user/<folder>} after the folder it lies in; the same with {@code organisation}.
     */
    public static String pack(String name) {
        String all = name.startsWith(OF_ORGANISATION) ? RuleInfo.ORGANISATION : PACK;
        int begin = name.startsWith(OF_ORGANISATION) ? 1 : 0;
        int slash = name.indexOf('/', begin);
        return slash < 0 ? all : all + "/" + name.substring(begin, slash);
    }

    /** The pack that its rules belong to. */
    public String pack() {
        return pack(name);
    }

    /**
     * The DRL package of its rules, whatever the file itself says: a file shares its package with no other, so that what one declares cannot disturb
     * another, and none can pass for a package of the program.
     */
    public String drlPackage() {
        return drlPackage(name);
    }

    static String drlPackage(String name) {
        return "tripostal.user.f" + digest(name).substring(0, 16);
    }

    static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
