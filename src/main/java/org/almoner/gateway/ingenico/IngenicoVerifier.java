package org.almoner.gateway.ingenico;

import java.util.Base64;
import java.util.Set;
import org.almoner.gateway.Hmac;
import org.almoner.gateway.Notification;
import org.almoner.gateway.Verdict;
import org.almoner.gateway.Verifier;
import org.almoner.gateway.ingenico.IngenicoSettings.WebhookKey;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Knows Ingenico by its signature over the body, with the key that it names. */
@Component
@EnableConfigurationProperties(IngenicoSettings.class)
class IngenicoVerifier implements Verifier {

    private final IngenicoSettings settings;

    IngenicoVerifier(IngenicoSettings settings) {
        this.settings = settings;
    }

    @Override
    public String gateway() {
        return "ingenico";
    }

    @Override
    public boolean isConfigured() {
        return !settings.webhookKeys().isEmpty();
    }

    @Override
    public String setting() {
        return "almoner.gateway.ingenico.webhook-keys";
    }

    @Override
    public Set<String> headers() {
        return Set.of("x-gcs-signature", "x-gcs-keyid");
    }

    @Override
    public Verdict verify(Notification notification) {
        String signature = notification.header("x-gcs-signature");
        String keyId = notification.header("x-gcs-keyid");
        if (signature == null || keyId == null) {
            return Verdict.forged("X-GCS-Signature or X-GCS-KeyId is missing");
        }
        return settings.webhookKeys().stream()
                        .filter(key -> key.id().equals(keyId))
                        .anyMatch(key -> Hmac.isSame(signature(key, notification), signature))
                ? Verdict.GENUINE
                : Verdict.forged("the signature is not Ingenico's");
    }

    private static String signature(WebhookKey key, Notification notification) {
        return Base64.getEncoder().encodeToString(Hmac.sha256(key.secret()).of(notification.body()));
    }
}
