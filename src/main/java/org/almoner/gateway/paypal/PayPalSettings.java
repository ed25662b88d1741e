package org.almoner.gateway.paypal;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.almoner.gateway.AllowedUrls;
import org.almoner.gateway.Authorities;
import org.almoner.gateway.SigningCertificates.Source;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Where PayPal is asked, as whom, and what in its notifications must be ours.
 *
 * @param url of its API
 * @param nvpUrl of its older one, which alone can begin a recurring payment that was agreed to by express checkout
 * @param postbackUrl where it says whether an IPN is its own
 * @param receivers e-mail addresses and ids of the accounts that are paid
 * @param webhookIds of the webhooks that call us
 * @param sandbox whether payments that never happened are good as well
 * @param givingFund e-mail addresses of PayPal's charity, which gives in others' names
 * @param certificates with which webhooks are signed, as PEM: who has them need not ask anybody
 * @param authorities who may issue them, as PEM; empty for those that browsers trust
 * @param certificateUrl where a simulator has its certificate
 */
@ConfigurationProperties("almoner.gateway.paypal")
record PayPalSettings(
        String url,
        String clientId,
        String clientSecret,
        String nvpUrl,
        String nvpUser,
        String nvpPassword,
        String nvpSignature,
        String postbackUrl,
        Set<String> receivers,
        Set<String> webhookIds,
        boolean sandbox,
        Set<String> givingFund,
        String certificates,
        String authorities,
        String certificateUrl) {

    PayPalSettings {
        receivers = filled(receivers);
        webhookIds = filled(webhookIds);
        givingFund = filled(givingFund);
    }

    boolean canBeAsked() {
        return !url.isBlank() && !clientId.isBlank() && !clientSecret.isBlank();
    }

    Source signers() {
        String environment = sandbox ? "sandbox." : "";
        return new Source(
                new AllowedUrls(
                        Set.of("api." + environment + "paypal.com"),
                        Pattern.compile("/v1/notifications/certs/CERT-[A-Za-z0-9-]{1,100}"),
                        DataSize.ofKilobytes(64)),
                Set.of("messageverificationcerts." + environment + "paypal.com"),
                Authorities.of(authorities),
                certificateUrl);
    }

    private static Set<String> filled(Set<String> values) {
        return values.stream().filter(value -> !value.isBlank()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return "PayPalSettings[url=" + url + "]";
    }
}
