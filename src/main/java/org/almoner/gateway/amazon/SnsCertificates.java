package org.almoner.gateway.amazon;

import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.Notification;
import org.almoner.gateway.SigningCertificates;
import org.almoner.gateway.SigningCertificates.Source;
import org.almoner.gateway.Verdict;
import org.springframework.stereotype.Component;

/** Tells of what could not be judged without its certificate whether it is genuine. */
@Component
class SnsCertificates {

    private final AmazonVerifier verifier;
    private final SigningCertificates certificates;
    private final Source signers;

    SnsCertificates(AmazonVerifier verifier, SigningCertificates certificates, AmazonSettings settings) {
        this.verifier = verifier;
        this.certificates = certificates;
        this.signers = settings.signers();
    }

    GatewayAnswer verify(Notification notification) {
        var verdict = verifier.verify(notification);
        return verdict.is(Verdict.Kind.TO_BE_ASKED)
                ? SnsMessage.read(notification.body())
                        .map(this::verify)
                        .orElseGet(() -> GatewayAnswer.refused("it is no message of SNS"))
                : verdict.is(Verdict.Kind.GENUINE) ? GatewayAnswer.done() : GatewayAnswer.refused(verdict.reason());
    }

    private GatewayAnswer verify(SnsMessage message) {
        var certificate = certificates.at(message.certificateUrl(), signers);
        return message.signed().areBy(certificate)
                ? GatewayAnswer.done()
                : GatewayAnswer.refused("the signature is not that of SNS");
    }
}
