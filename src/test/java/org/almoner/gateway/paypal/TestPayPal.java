package org.almoner.gateway.paypal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.almoner.gateway.Notification;

/** What PayPal sends, or somebody in its name. */
record TestPayPal(Map<String, String> headers, String body) {

    static final String WEBHOOK = "8PT597110X687430LKGECATA";
    static final String CERTIFICATE = "https://api.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594";
    static final Instant NOW = Instant.parse("2026-09-02T10:40:00Z");
    static final String IPN =
            "mc_gross=5.00&payment_status=Completed&txn_id=4EC882719M551034B&receiver_email=donate%40example.org"
                    + "&first_name=Jos%E9&charset=windows-1252";

    static TestPayPal ipn(String body) {
        return new TestPayPal(Map.of(), body);
    }

    static TestPayPal webhook(String body) {
        return new TestPayPal(
                Map.of(
                        "paypal-transmission-id", "69cd13f0-d67a-11e5-baa3-778b53f4ae55",
                        "paypal-transmission-time", "2026-09-02T10:39:58Z",
                        "paypal-cert-url", CERTIFICATE,
                        "paypal-auth-algo", "SHA256withRSA"),
                body);
    }

    TestPayPal with(String header, String value) {
        var changed = new TreeMap<>(headers);
        changed.put(header, value);
        return new TestPayPal(changed, body);
    }

    TestPayPal without(String header) {
        var changed = new TreeMap<>(headers);
        changed.remove(header);
        return new TestPayPal(changed, body);
    }

    TestPayPal withBody(String other) {
        return new TestPayPal(headers, other);
    }

    TestPayPal signed(PrivateKey key) {
        return signed(key, WEBHOOK);
    }

    TestPayPal signed(PrivateKey key, String webhook) {
        var sum = new CRC32();
        sum.update(body.getBytes(UTF_8));
        String text = String.join(
                "|",
                headers.getOrDefault("paypal-transmission-id", ""),
                headers.getOrDefault("paypal-transmission-time", ""),
                webhook,
                Long.toString(sum.getValue()));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(US_ASCII));
            return with("paypal-transmission-sig", Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String signature() {
        return headers.getOrDefault("paypal-transmission-sig", "");
    }

    Notification received() {
        return new Notification("7b1c", "paypal", NOW, "198.51.100.7", headers, body.getBytes(UTF_8));
    }

    static PayPalSettings settings(String url, String certificates, String authorities, boolean sandbox) {
        return new PayPalSettings(
                url,
                "client",
                "secret",
                url + "/nvp",
                "user",
                "word",
                "signature",
                url + "/cgi-bin/webscr",
                Set.of("donate@example.org", "QWERTY123"),
                Set.of(WEBHOOK),
                sandbox,
                Set.of("grants@fund.example.org"),
                certificates,
                authorities,
                "");
    }
}
