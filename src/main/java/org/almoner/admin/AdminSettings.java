package org.almoner.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may command, and which deployment this process belongs to.
 *
 * @param primaryKey what the header x-api-key must say; empty: no such key
 * @param secondaryKey likewise, so that keys can be changed one after the other
 */
@ConfigurationProperties("almoner.admin")
record AdminSettings(String primaryKey, String secondaryKey, DeploymentVersion deploymentVersion) {

    /** The name of the key that was given, if it is one of ours. */
    Optional<String> nameOf(String given) {
        if (isSame(given, primaryKey)) {
            return Optional.of("primary");
        }
        return isSame(given, secondaryKey) ? Optional.of("secondary") : Optional.empty();
    }

    /** Keys are no part of any text. */
    @Override
    public String toString() {
        return "AdminSettings[" + deploymentVersion + "]";
    }

    private static boolean isSame(String given, String key) {
        return !key.isBlank() && MessageDigest.isEqual(given.getBytes(UTF_8), key.getBytes(UTF_8));
    }
}
