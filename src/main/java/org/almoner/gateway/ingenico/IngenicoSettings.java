package org.almoner.gateway.ingenico;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Ingenico is reached, and by what each side knows the other.
 *
 * @param merchant whose payments they are
 * @param webhookKeys the current ones and those before them: a notification names the one that it is signed with
 */
@ConfigurationProperties("almoner.gateway.ingenico")
record IngenicoSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String merchant,
        @DefaultValue("") String apiKeyId,
        @DefaultValue("") String apiSecret,
        @DefaultValue List<WebhookKey> webhookKeys,
        @DefaultValue IngenicoRisk risk) {

    /** A key and what it is called. */
    record WebhookKey(String id, String secret) {

        @Override
        public String toString() {
            return "WebhookKey[id=" + id + "]";
        }
    }

    IngenicoSettings {
        webhookKeys = webhookKeys.stream()
                .filter(key -> !key.id().isBlank() && !key.secret().isBlank())
                .toList();
    }

    @Override
    public String toString() {
        return "IngenicoSettings[url=" + url + ", merchant=" + merchant + "]";
    }
}
