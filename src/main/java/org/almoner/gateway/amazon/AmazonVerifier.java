package org.almoner.gateway.amazon;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.almoner.gateway.Authorities;
import org.almoner.gateway.Notification;
import org.almoner.gateway.SigningCertificates.Source;
import org.almoner.gateway.Verdict;
import org.almoner.gateway.Verifier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Knows Amazon Pay by the topic, and its topic by the certificate of SNS: one of those it was given, or one that has to be
 * fetched, which others do.
 */
@Component
@EnableConfigurationProperties(AmazonSettings.class)
class AmazonVerifier implements Verifier {

    private static final Duration TOLERANCE = Duration.ofHours(1); // as long as SNS tries, by default

    private final AmazonSettings settings;
    private final Source signers;
    private final List<X509Certificate> certificates;

    AmazonVerifier(AmazonSettings settings) {
        this.settings = settings;
        this.signers = settings.signers();
        this.certificates = Authorities.certificates(settings.certificates());
    }

    @Override
    public String gateway() {
        return "amazon";
    }

    @Override
    public boolean isConfigured() {
        return !settings.topics().isEmpty();
    }

    @Override
    public String setting() {
        return "almoner.gateway.amazon.topics";
    }

    @Override
    public Set<String> headers() {
        return Set.of();
    }

    @Override
    public Verdict verify(Notification notification) {
        return SnsMessage.read(notification.body())
                .map(message -> verify(message, notification.receivedAt()))
                .orElse(Verdict.forged("it is no message of SNS"));
    }

    private Verdict verify(SnsMessage message, Instant receivedAt) {
        if (!settings.topics().contains(message.topic())) {
            return Verdict.forged("the topic is none of ours");
        }
        if (!settings.signatureVersions().contains(message.text("SignatureVersion"))) {
            return Verdict.forged("SignatureVersion is none that we accept");
        }
        if (!signers.allows(message.certificateUrl())) {
            return Verdict.forged("SigningCertURL is not where SNS has its certificates");
        }
        if (!isFresh(message.sentAt(), receivedAt)) {
            return Verdict.stale("Timestamp is more than an hour away");
        }
        // by none of those we have: a new one may have been issued, which has to be fetched
        boolean isKnown =
                certificates.stream().anyMatch(each -> message.signed().areBy(each, receivedAt));
        return isKnown ? Verdict.GENUINE : Verdict.TO_BE_ASKED;
    }

    private static boolean isFresh(@Nullable Instant sentAt, Instant receivedAt) {
        return sentAt != null && Duration.between(sentAt, receivedAt).abs().compareTo(TOLERANCE) <= 0;
    }
}
