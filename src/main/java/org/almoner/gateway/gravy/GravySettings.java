package org.almoner.gateway.gravy;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Gravy is reached, and by what each side knows the other.
 *
 * @param account its merchant account
 * @param keyId the thumbprint of the private key, as Gravy shows it
 * @param privateKey in PKCS 8, as PEM, on the curve P-521
 * @param webhookUsers {@code user:password}, the current one first; notifications may come with any
 * @param reportUser whose reports are downloaded: the id of their creator
 * @param captureOnNotification whether what is authorised is captured here and not by the front end
 */
@ConfigurationProperties("almoner.gateway.gravy")
record GravySettings(
        @DefaultValue("") String url,
        @DefaultValue("default") String account,
        @DefaultValue("") String keyId,
        @DefaultValue("") String privateKey,
        @DefaultValue List<String> webhookUsers,
        @DefaultValue("") String reportUser,
        @DefaultValue List<String> reportHosts,
        @DefaultValue("false") boolean captureOnNotification,
        @DefaultValue GravyRisk risk) {

    GravySettings {
        webhookUsers =
                webhookUsers.stream().filter(user -> user.indexOf(':') > 0).toList();
    }

    @Override
    public String toString() {
        return "GravySettings[url=" + url + ", account=" + account + "]";
    }
}
