package org.tripostal.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * A pack's signature by Ed25519 (RFC 8032) over its checksum. Keys are PEM files (RFC 7468), as {@code openssl genpkey -algorithm ed25519} and
 * {@code openssl pkey -pubout} write them.
 */
public final class PackSignature {

    private static final String ALGORITHM = "Ed25519";

    private PackSignature() {}

    /** Whether the pack bears a signature, by whomever. */
    public static boolean on(RulePack pack) {
        return pack.files().containsKey(RulePack.SIGNATURE);
    }

    /**
     * Whether the pack was signed by the owner of a key, and is as it was then.
     *
     * @param publicKey his public key
     * @throws PackException where the key is none
     */
    public static boolean isBy(RulePack pack, Path publicKey) throws IOException, PackException {
        PublicKey key;
        try {
            key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(pem(publicKey)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new PackException("badKey", Map.of("file", publicKey.toString()));
        }
        byte[] signed = pack.files().get(RulePack.SIGNATURE);
        if (signed == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(pack.digest());
            return signature.verify(Base64.getMimeDecoder().decode(signed));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Not a signature at all: the pack is not signed by this key.
            return false;
        }
    }

    /**
     * The pack with a signature.
     *
     * @param privateKey the maker's private key
     * @throws PackException where the key is none
     */
    public static RulePack signed(RulePack pack, Path privateKey) throws IOException, PackException {
        try {
            PrivateKey key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pem(privateKey)));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(pack.digest());
            TreeMap<String, byte[]> files = new TreeMap<>(pack.files());
            files.put(RulePack.SIGNATURE, (Base64.getEncoder().encodeToString(signature.sign()) + "\n").getBytes(StandardCharsets.US_ASCII));
            return new RulePack(pack.name(), pack.version(), files);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new PackException("badKey", Map.of("file", privateKey.toString()));
        }
    }

    private static byte[] pem(Path file) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[^-]*-----", ""));
    }
}
