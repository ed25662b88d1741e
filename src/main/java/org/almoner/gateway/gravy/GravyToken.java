package org.almoner.gateway.gravy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.almoner.gateway.GatewayFailure;

/** Says by a signature of ours, for a minute, that it is we who call: a JSON web token, as Gravy wants it. */
final class GravyToken {

    private static final Duration GOOD_FOR = Duration.ofMinutes(1);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String keyId;
    private final PrivateKey key;

    private GravyToken(String keyId, PrivateKey key) {
        this.keyId = keyId;
        this.key = key;
    }

    /** @throws GatewayFailure when there is no key, or what is given is none */
    static GravyToken of(GravySettings settings) {
        String pem = settings.privateKey().replaceAll("-----[A-Z ]+-----|\\s", "");
        if (pem.isEmpty() || settings.keyId().isBlank() || settings.url().isBlank()) {
            throw new GatewayFailure("gravy is not configured");
        }
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem));
            return new GravyToken(settings.keyId(), KeyFactory.getInstance("EC").generatePrivate(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) { // neither may be told: it quotes the key
            throw new GatewayFailure("almoner.gateway.gravy.private-key is no EC key in PKCS 8");
        }
    }

    String at(Instant now) {
        String header = "{\"alg\":\"ES512\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(keyId);
        String claims =
                "{\"iss\":\"almoner\",\"jti\":\"%s\",\"iat\":%d,\"nbf\":%d,\"exp\":%d,\"scopes\":[\"*.read\",\"*.write\"]}"
                        .formatted(
                                UUID.randomUUID(),
                                now.getEpochSecond(),
                                now.getEpochSecond(),
                                now.plus(GOOD_FOR).getEpochSecond());
        String signed = encoded(header.getBytes(UTF_8)) + "." + encoded(claims.getBytes(UTF_8));
        return signed + "." + encoded(signature(signed));
    }

    private byte[] signature(String text) {
        try {
            var signature = Signature.getInstance("SHA512withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new GatewayFailure("almoner.gateway.gravy.private-key cannot sign");
        }
    }

    private static String encoded(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}
