package org.almoner.gateway.paypal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.GatewayHttp;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Lets us ask PayPal for some hours at a time. */
@Component
class PayPalToken {

    private static final int EARLY = 60; // s; it must not end while it is on its way

    private final PayPalSettings settings;
    private final GatewayHttp http;
    private final Clock clock;

    private @Nullable String token;
    private Instant until = Instant.MIN;

    PayPalToken(PayPalSettings settings, GatewayHttp http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    synchronized String get() {
        String known = token;
        return known == null || clock.instant().isAfter(until) ? renew() : known;
    }

    /** Another one, which somebody else may have got meanwhile. */
    synchronized String insteadOf(String refused) {
        return refused.equals(token) ? renew() : get();
    }

    private String renew() {
        JsonNode said = http.client(settings.url())
                .post()
                .uri("/v1/oauth2/token")
                .headers(headers -> headers.setBasicAuth(settings.clientId(), settings.clientSecret()))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("grant_type=client_credentials")
                .retrieve()
                .body(JsonNode.class);
        if (said == null || said.path("access_token").asText().isEmpty()) {
            throw new GatewayFailure("PayPal gives no token");
        }
        String renewed = said.path("access_token").asText();
        token = renewed;
        until = clock.instant().plusSeconds(said.path("expires_in").asLong() - EARLY);
        return renewed;
    }
}
