package org.almoner.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;

/** The files with the simulator's keys and certificates: for tests only, known to everybody. */
final class Pem {
    private Pem() {}

    static String read(String name) {
        try (var file = Objects.requireNonNull(Pem.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PrivateKey privateKey(String algorithm, String name) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes(name)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name + " holds no private key", e);
        }
    }

    static PublicKey publicKey(String algorithm, String name) {
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(bytes(name)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name + " holds no public key", e);
        }
    }

    private static byte[] bytes(String name) {
        return Base64.getDecoder().decode(read(name).replaceAll("-----[A-Z ]+-----|\\s", ""));
    }
}
