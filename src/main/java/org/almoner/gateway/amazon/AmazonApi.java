package org.almoner.gateway.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.GatewayHttp;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** How Amazon Pay's API, version 2, is spoken with: JSON, each request signed. */
@Component
class AmazonApi {

    private final AmazonSettings settings;
    private final RestClient http;
    private final Clock clock;

    AmazonApi(AmazonSettings settings, GatewayHttp http, Clock clock) {
        this.settings = settings;
        this.http = http.client(settings.url());
        this.clock = clock;
    }

    JsonNode get(String path) {
        return send(new AmazonRequest("GET", uri(path), "", ""));
    }

    JsonNode post(String path, ObjectNode body, String idempotencyKey) {
        return send(new AmazonRequest("POST", uri(path), body.toString(), idempotencyKey));
    }

    JsonNode delete(String path, ObjectNode body) {
        return send(new AmazonRequest("DELETE", uri(path), body.toString(), ""));
    }

    private URI uri(String path) {
        if (!settings.canBeAsked()) {
            throw new GatewayFailure("almoner.gateway.amazon is not configured");
        }
        return URI.create(settings.url() + path);
    }

    private JsonNode send(AmazonRequest request) {
        var headers = request.signed(
                settings.publicKeyId(), AmazonRequest.privateKey(settings.privateKey()), clock.instant());
        var asked = http.method(HttpMethod.valueOf(request.method())).uri(request.uri());
        headers.forEach(asked::header);
        if (!request.body().isEmpty()) {
            asked.body(request.body());
        }
        JsonNode said = asked.retrieve().body(JsonNode.class);
        return said == null ? JsonNodeFactory.instance.objectNode() : said;
    }
}
