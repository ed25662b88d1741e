package org.almoner.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.almoner.gateway.Hmac;

/** Requests of gateways, signed, that would sing as {@link CanaryMessages} do. */
final class CanaryNotifications {

    private static final String BODY =
            """
            {"id":"e-1","type":"payment.captured","created":"2026-09-02T10:40:00Z","payment":{"id":"p-1","paymentOutput":{
              "amountOfMoney":{"amount":1050,"currencyCode":"USD"},"references":{"merchantReference":"231462959.1"},
              "cardPaymentMethodSpecificOutput":{"card":{"cardholderName":"SONG"}},"customer":{"emailAddress":"SONG@example.org"}}},
             "target":{"type":"transaction","id":"t-1","status":"capture_succeeded","external_identifier":"7.1","amount":1050,
              "currency":"USD","buyer":{"billing_details":{"first_name":"SONG","email_address":"SONG@example.org"}}}}
            """
                    .replace("SONG", CanaryMessages.SONG);

    private CanaryNotifications() {}

    /** One that is as it should be, and the same with something wrong in it. */
    static List<String> of(String gateway) {
        String song = CanaryMessages.SONG;
        return List.of(
                notification(gateway, BODY),
                notification(gateway, BODY.replace("1050", "\"" + song + "\"")),
                notification(gateway, BODY.replace("1050", "{\"" + song + "\":1}")),
                notification(gateway, BODY.replace("\"USD\"", "\"" + song + "\"")),
                notification(gateway, BODY.replace("2026-09-02T10:40:00Z", song)),
                notification(gateway, BODY.replace("\"" + song + "\"", song)),
                notification(gateway, BODY.replace("\"" + song + "\"", "[{\"" + song + "\":1}]")),
                notification(gateway, BODY.substring(0, BODY.lastIndexOf(song) + 3)),
                notification(gateway, song),
                notification(gateway, BODY).replace("2026-09-02T10:40:00Z", song),
                notification(gateway, BODY).replace("\"headers\"", song));
    }

    private static String notification(String gateway, String body) {
        return """
               {"id":"%s","gateway":"%s","received_at":"2026-09-02T10:40:00Z","remote_address":"%s","headers":{%s},"body":"%s"}"""
                .formatted(
                        UUID.randomUUID(),
                        gateway,
                        CanaryMessages.IP_ADDRESS,
                        headers(gateway, body),
                        base64(body.getBytes(UTF_8)));
    }

    /** That the settings of tests make good. */
    private static String headers(String gateway, String body) {
        return gateway.equals("gravy")
                ? "\"authorization\":\"Basic %s\"".formatted(base64("gravy:current".getBytes(UTF_8)))
                : "\"x-gcs-keyid\":\"key-2\",\"x-gcs-signature\":\"%s\""
                        .formatted(base64(Hmac.sha256("current-secret").of(body.getBytes(UTF_8))));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
