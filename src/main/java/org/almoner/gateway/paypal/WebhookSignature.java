package org.almoner.gateway.paypal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.almoner.gateway.Notification;
import org.almoner.gateway.SignedBytes;

/** What the headers of a webhook say of who sent it, and when. */
record WebhookSignature(String id, Instant sentAt, String time, String certificateUrl, byte[] signature, long sum) {

    static final String ID = "paypal-transmission-id";
    static final String TIME = "paypal-transmission-time";
    static final String SIGNATURE = "paypal-transmission-sig";
    static final String CERTIFICATE = "paypal-cert-url";
    static final String ALGORITHM = "paypal-auth-algo";
    static final Set<String> HEADERS = Set.of(ID, TIME, SIGNATURE, CERTIFICATE, ALGORITHM);

    private static final String THE_ONE = "SHA256withRSA"; // whatever else a header may ask for

    static boolean isOn(Notification notification) {
        return HEADERS.stream().anyMatch(name -> notification.header(name) != null);
    }

    /** Nothing if any part of it is missing or cannot be read. */
    static Optional<WebhookSignature> of(Notification notification) {
        if (HEADERS.stream().anyMatch(name -> header(notification, name).isEmpty())
                || !header(notification, ALGORITHM).equals(THE_ONE)) {
            return Optional.empty();
        }
        try {
            String time = header(notification, TIME);
            return Optional.of(new WebhookSignature(
                    header(notification, ID),
                    Instant.parse(time),
                    time,
                    header(notification, CERTIFICATE),
                    Base64.getDecoder().decode(header(notification, SIGNATURE)),
                    sum(notification.body())));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As they are signed for each of our webhooks, of which it names none. */
    Stream<SignedBytes> signed(Set<String> webhookIds) {
        return webhookIds.stream()
                .map(webhook -> String.join("|", id, time, webhook, Long.toString(sum)))
                .map(text -> new SignedBytes(text.getBytes(UTF_8), signature, THE_ONE));
    }

    private static String header(Notification notification, String name) {
        String value = notification.header(name);
        return value == null ? "" : value;
    }

    private static long sum(byte[] body) {
        var crc = new CRC32();
        crc.update(body);
        return crc.getValue();
    }

    @Override
    public String toString() {
        return "WebhookSignature[id=" + id + "]";
    }
}
