package org.tripostal.pack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A pack of rules.
 *
 * @param name what its folder is called
 * @param version as its maker counts; empty where he does not
 * @param files what it holds, by path with {@code /} between folders
 */
public record RulePack(String name, String version, SortedMap<String, byte[]> files) {

    /** Says the name and the version. */
    static final String DESCRIPTION = "pack.yaml";
    /** The maker's signature over the checksum. */
    static final String SIGNATURE = "pack.sig";

    public RulePack {
        files = new TreeMap<>(files);
    }

    /**
     * SHA-256 over all files but the signature: for each, in the order of their paths, the path, its length and the content. It stays the same however the pack is carried: as a folder
     * or a ZIP file.
     */
    public String checksum() {
        return HexFormat.of().formatHex(digest());
    }

    byte[] digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (!file.getKey().equals(SIGNATURE)) {
                    digest.update((file.getKey() + '\0' + file.getValue().length + '\0').getBytes(StandardCharsets.UTF_8));
                    digest.update(file.getValue());
                }
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
