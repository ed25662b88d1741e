package org.almoner.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Seals bytes with a key that only a gateway and we know. */
public final class Hmac {

    private final SecretKeySpec key;

    private Hmac(String algorithm, byte[] key) {
        this.key = new SecretKeySpec(key, algorithm);
    }

    /** @param key whose characters are the key, in UTF-8 */
    public static Hmac sha256(String key) {
        return sha256(key.getBytes(UTF_8));
    }

    public static Hmac sha256(byte[] key) {
        return new Hmac("HmacSHA256", key);
    }

    public static Hmac sha1(byte[] key) {
        return new Hmac("HmacSHA1", key);
    }

    /** The seal of the parts, as if they were one text. */
    public byte[] of(byte[]... parts) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(key.getAlgorithm() + " is not to be had", e);
        }
    }

    /** In constant time, whatever of them differs first. */
    public static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }
}
