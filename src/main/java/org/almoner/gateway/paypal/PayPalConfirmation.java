package org.almoner.gateway.paypal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.GatewayHttp;
import org.almoner.gateway.Notification;
import org.almoner.gateway.SigningCertificates;
import org.almoner.gateway.SigningCertificates.Source;
import org.almoner.gateway.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Asks PayPal whether what came in its name is its own: byte by byte, or by the certificate it is signed with. */
@Component
class PayPalConfirmation {

    private static final byte[] COMMAND = "cmd=_notify-validate&".getBytes(US_ASCII);

    private final PayPalSettings settings;
    private final PayPalVerifier verifier;
    private final SigningCertificates certificates;
    private final GatewayHttp http;
    private final Source signers;

    PayPalConfirmation(
            PayPalSettings settings, PayPalVerifier verifier, SigningCertificates certificates, GatewayHttp http) {
        this.settings = settings;
        this.verifier = verifier;
        this.certificates = certificates;
        this.http = http;
        this.signers = settings.signers();
    }

    GatewayAnswer verify(Notification notification) {
        var verdict = verifier.verify(notification);
        if (!verdict.is(Verdict.Kind.TO_BE_ASKED)) {
            return answer(verdict.is(Verdict.Kind.GENUINE), verdict.reason());
        }
        return WebhookSignature.of(notification).map(this::verify).orElseGet(() -> postBack(notification.body()));
    }

    private GatewayAnswer verify(WebhookSignature signature) {
        var certificate = certificates.at(signature.certificateUrl(), signers);
        return answer(
                signature.signed(settings.webhookIds()).anyMatch(bytes -> bytes.areBy(certificate)),
                "the signature is not PayPal's");
    }

    /** In its order and its encoding: PayPal compares bytes. */
    private GatewayAnswer postBack(byte[] body) {
        if (settings.postbackUrl().isBlank()) {
            throw new GatewayFailure("almoner.gateway.paypal.postback-url is not configured");
        }
        byte[] asked = new byte[COMMAND.length + body.length];
        System.arraycopy(COMMAND, 0, asked, 0, COMMAND.length);
        System.arraycopy(body, 0, asked, COMMAND.length, body.length);
        return said(http.client(settings.postbackUrl())
                .post()
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header("User-Agent", "Almoner") // without one PayPal refuses
                .body(asked)
                .retrieve()
                .body(String.class));
    }

    private static GatewayAnswer said(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "VERIFIED" -> answer(true, "");
            case "INVALID" -> answer(false, "PayPal does not know it");
            default -> throw new GatewayFailure("PayPal says neither VERIFIED nor INVALID");
        };
    }

    private static GatewayAnswer answer(boolean isGenuine, String reason) {
        return isGenuine ? GatewayAnswer.done() : GatewayAnswer.refused(reason);
    }
}
