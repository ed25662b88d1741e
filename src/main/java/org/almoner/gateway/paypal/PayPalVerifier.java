package org.almoner.gateway.paypal;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.almoner.gateway.Authorities;
import org.almoner.gateway.Notification;
import org.almoner.gateway.SigningCertificates.Source;
import org.almoner.gateway.Verdict;
import org.almoner.gateway.Verifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Knows webhooks by their certificate. Of an IPN only PayPal itself can tell, but not every form has to be asked about. */
@Component
@EnableConfigurationProperties(PayPalSettings.class)
class PayPalVerifier implements Verifier {

    private static final Duration AHEAD = Duration.ofMinutes(5); // of our clock
    private static final Duration BEHIND =
            Duration.ofDays(3); // so long PayPal tries again; what is a replay, its id tells

    private final PayPalSettings settings;
    private final Source signers;
    private final List<X509Certificate> certificates;

    PayPalVerifier(PayPalSettings settings) {
        this.settings = settings;
        this.signers = settings.signers();
        this.certificates = Authorities.certificates(settings.certificates());
    }

    @Override
    public String gateway() {
        return "paypal";
    }

    @Override
    public boolean isConfigured() {
        return !settings.receivers().isEmpty() || !settings.webhookIds().isEmpty();
    }

    @Override
    public String setting() {
        return "almoner.gateway.paypal.receivers";
    }

    @Override
    public Set<String> headers() {
        return WebhookSignature.HEADERS;
    }

    /** What has one header of a webhook is one: it is no IPN when another one was lost. */
    @Override
    public Verdict verify(Notification notification) {
        return WebhookSignature.isOn(notification)
                ? WebhookSignature.of(notification)
                        .map(signature -> verify(signature, notification.receivedAt()))
                        .orElse(Verdict.forged("the signature is not whole"))
                : Ipn.read(notification.body()).map(this::verify).orElse(Verdict.forged("it is no form"));
    }

    private Verdict verify(WebhookSignature signature, Instant receivedAt) {
        if (settings.webhookIds().isEmpty()) {
            return Verdict.forged("no webhook is ours");
        }
        if (!signers.allows(signature.certificateUrl())) {
            return Verdict.forged("PAYPAL-CERT-URL is not where PayPal has its certificates");
        }
        if (signature.sentAt().isAfter(receivedAt.plus(AHEAD))
                || signature.sentAt().isBefore(receivedAt.minus(BEHIND))) {
            return Verdict.stale("PAYPAL-TRANSMISSION-TIME is too far away");
        }
        boolean isKnown = signature.signed(settings.webhookIds()).anyMatch(bytes -> certificates.stream()
                .anyMatch(each -> bytes.areBy(each, receivedAt)));
        return isKnown ? Verdict.GENUINE : Verdict.TO_BE_ASKED;
    }

    private Verdict verify(Ipn ipn) {
        if (!ipn.isAny()) {
            return Verdict.forged("it is no IPN");
        }
        if (ipn.isTest() && !settings.sandbox()) {
            return Verdict.forged("it is of the sandbox");
        }
        return isOurs(ipn) ? Verdict.TO_BE_ASKED : Verdict.forged("the receiver is not us");
    }

    /** PayPal confirms what it told others, too. */
    private boolean isOurs(Ipn ipn) {
        var named = Stream.of("receiver_email", "receiver_id", "business")
                .filter(ipn::has)
                .map(ipn::text)
                .toList();
        return named.isEmpty() ? !ipn.isOfMoney() : named.stream().anyMatch(this::isReceiver);
    }

    private boolean isReceiver(String named) {
        return settings.receivers().stream().anyMatch(named::equalsIgnoreCase);
    }
}
