package org.almoner.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A simulator on a free port, and a client that asks it. */
final class TestGateways implements BeforeEachCallback, AfterEachCallback {
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Simulator simulator;

    Simulator simulator() {
        return Objects.requireNonNull(simulator);
    }

    /** What came back. */
    record Reply(int status, String body) {
        JsonNode json() {
            return Json.read(Hmac.bytes(body));
        }

        String text(String pointer) {
            return json().at(pointer).asText();
        }
    }

    Reply get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Reply post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    Reply send(String method, String path, String body, String... headers) {
        try {
            return ask(method, path, body, headers);
        } catch (IOException e) {
            return new Reply(0, ""); // the connection was cut
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reply ask(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(simulator().url() + path))
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        var response = http.send(request.build(), BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.body());
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString(Hmac.bytes(user + ":" + password));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        simulator = Simulator.start(0);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        simulator().close();
    }
}
