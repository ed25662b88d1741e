package org.almoner.gateway.braintree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import org.almoner.gateway.Hmac;
import org.almoner.gateway.Notification;
import org.almoner.gateway.Verdict;
import org.almoner.gateway.Verifier;
import org.almoner.gateway.braintree.BraintreeSettings.KeyPair;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Knows Braintree by one of the signatures in its form: the one that stands beside a public key of ours. */
@Component
@EnableConfigurationProperties(BraintreeSettings.class)
class BraintreeVerifier implements Verifier {

    private final BraintreeSettings settings;

    BraintreeVerifier(BraintreeSettings settings) {
        this.settings = settings;
    }

    @Override
    public String gateway() {
        return "braintree";
    }

    @Override
    public boolean isConfigured() {
        return !settings.keys().isEmpty();
    }

    @Override
    public String setting() {
        return "almoner.gateway.braintree.keys";
    }

    @Override
    public Set<String> headers() {
        return Set.of();
    }

    @Override
    public Verdict verify(Notification notification) {
        return BraintreeForm.of(notification.body())
                .map(this::verify)
                .orElseGet(() -> Verdict.forged("bt_signature or bt_payload is missing, or not what it should be"));
    }

    private Verdict verify(BraintreeForm form) {
        return Arrays.stream(form.signature().split("&", -1)).anyMatch(pair -> isOurs(pair, form.payload()))
                ? Verdict.GENUINE
                : Verdict.forged("the signature is not Braintree's");
    }

    private boolean isOurs(String pair, String payload) {
        return settings.keys().stream()
                .flatMap(key -> Stream.of(payload, payload + "\n").map(signed -> pair(key, signed)))
                .anyMatch(expected -> Hmac.isSame(expected, pair));
    }

    private static String pair(KeyPair key, String signed) {
        byte[] seal = Hmac.sha1(sha1(key.privateKey())).of(signed.getBytes(UTF_8));
        return key.publicKey() + "|" + HexFormat.of().formatHex(seal);
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)); // not ours to choose
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
