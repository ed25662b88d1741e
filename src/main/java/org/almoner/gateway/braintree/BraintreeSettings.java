package org.almoner.gateway.braintree;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Braintree is reached, and by what each side knows the other.
 *
 * @param url of its GraphQL
 * @param keys the current pair first, by which we call; notifications may be signed by any
 */
@ConfigurationProperties("almoner.gateway.braintree")
record BraintreeSettings(
        @DefaultValue("") String url, @DefaultValue("2019-01-01") String version, @DefaultValue List<KeyPair> keys) {

    /** A name that may be seen, and a secret. */
    record KeyPair(String publicKey, String privateKey) {

        @Override
        public String toString() {
            return "KeyPair[publicKey=" + publicKey + "]";
        }
    }

    BraintreeSettings {
        keys = keys.stream()
                .filter(key -> !key.publicKey().isBlank() && !key.privateKey().isBlank())
                .toList();
    }

    @Override
    public String toString() {
        return "BraintreeSettings[url=" + url + "]";
    }
}
