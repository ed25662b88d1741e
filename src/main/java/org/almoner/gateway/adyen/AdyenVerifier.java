package org.almoner.gateway.adyen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.almoner.gateway.Hmac;
import org.almoner.gateway.Notification;
import org.almoner.gateway.Verdict;
import org.almoner.gateway.Verifier;
import org.almoner.queue.InvalidMessage;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Knows Adyen by its signature below every item of a notification, and by how it logs in, if it does. */
@Component
@EnableConfigurationProperties(AdyenSettings.class)
class AdyenVerifier implements Verifier {

    private static final String AUTHORIZATION = "authorization";

    private final List<Hmac> keys;
    private final String login;

    AdyenVerifier(AdyenSettings settings) {
        keys = settings.hmacKeys().stream().map(AdyenVerifier::key).toList();
        login = settings.user().isEmpty() ? "" : basic(settings.user() + ":" + settings.password());
    }

    @Override
    public String gateway() {
        return "adyen";
    }

    @Override
    public boolean isConfigured() {
        return !keys.isEmpty();
    }

    @Override
    public String setting() {
        return "almoner.gateway.adyen.hmac-keys";
    }

    @Override
    public Set<String> headers() {
        return Set.of(AUTHORIZATION);
    }

    @Override
    public Verdict verify(Notification notification) {
        String given = notification.header(AUTHORIZATION);
        if (!login.isEmpty() && (given == null || !Hmac.isSame(login, given))) {
            return Verdict.forged("it is not logged in as Adyen");
        }
        try {
            var items = NotificationItem.of(notification);
            return items.stream().allMatch(this::isSigned)
                    ? Verdict.GENUINE
                    : Verdict.forged("an item is not signed by Adyen");
        } catch (InvalidMessage e) {
            return Verdict.forged(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Reply success() {
        return new Reply("application/json", "{\"notificationResponse\":\"[accepted]\"}");
    }

    private boolean isSigned(NotificationItem item) {
        byte[] signature = decoded(item.additional("hmacSignature"));
        byte[] signed = signed(item).getBytes(UTF_8);
        return isUnambiguous(item) && keys.stream().anyMatch(key -> MessageDigest.isEqual(key.of(signed), signature));
    }

    /** Joined without escaping, as Adyen does. */
    private static String signed(NotificationItem item) {
        return String.join(
                ":",
                item.pspReference(),
                item.originalReference(),
                item.merchantAccountCode(),
                item.merchantReference(),
                item.value() == null ? "" : item.value().toString(),
                item.currency(),
                item.eventCode(),
                item.success());
    }

    /** Since nothing is escaped, a colon may be in our own reference alone: else what is signed could be cut elsewhere. */
    private static boolean isUnambiguous(NotificationItem item) {
        return Stream.of(
                        item.pspReference(),
                        item.originalReference(),
                        item.merchantAccountCode(),
                        item.currency(),
                        item.eventCode(),
                        item.success())
                .noneMatch(text -> text.contains(":"));
    }

    /** Nothing unless it is written as Adyen writes it: of the ways to write the same bytes there is one. */
    private static byte[] decoded(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Base64.getEncoder().encodeToString(bytes).equals(base64) ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Hmac key(String hex) {
        try {
            return Hmac.sha256(HexFormat.of().parseHex(hex.strip()));
        } catch (IllegalArgumentException e) { // its text would show a part of the key
            throw new IllegalStateException("a key of almoner.gateway.adyen.hmac-keys is not hexadecimal");
        }
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    }
}
