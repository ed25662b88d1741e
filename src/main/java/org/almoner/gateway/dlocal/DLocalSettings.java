package org.almoner.gateway.dlocal;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How dLocal is reached, and by what each side knows the other.
 *
 * @param secrets the current one first, by which we sign; notifications may be signed by any
 */
@ConfigurationProperties("almoner.gateway.dlocal")
record DLocalSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String login,
        @DefaultValue("") String transKey,
        @DefaultValue List<String> secrets) {

    DLocalSettings {
        secrets = secrets.stream().filter(secret -> !secret.isBlank()).toList();
    }

    boolean hasSecrets() {
        return !login.isBlank() && !secrets.isEmpty();
    }

    @Override
    public String toString() {
        return "DLocalSettings[url=" + url + "]";
    }
}
