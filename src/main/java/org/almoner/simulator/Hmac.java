package org.almoner.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures by a key that both sides know; not by the code that verifies them, or both could be wrong alike. */
final class Hmac {
    private Hmac() {}

    static String hex(String algorithm, byte[] key, String data) {
        return HexFormat.of().formatHex(sign(algorithm, key, data));
    }

    static String base64(String algorithm, byte[] key, String data) {
        return Base64.getEncoder().encodeToString(sign(algorithm, key, data));
    }

    static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sign(String algorithm, byte[] key, String data) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(bytes(data));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
