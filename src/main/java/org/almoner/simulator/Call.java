package org.almoner.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as it came in. */
record Call(String method, URI uri, String path, Headers headers, byte[] body) {

    /** The path is what comes after the place where the server answers for one gateway. */
    static Call of(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var path = uri.getPath().substring(exchange.getHttpContext().getPath().length());
        return new Call(
                exchange.getRequestMethod(),
                uri,
                path,
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes());
    }

    @Nullable
    String header(String name) {
        return headers.getFirst(name);
    }

    boolean says(String name, String value) {
        return value.equals(header(name));
    }

    boolean isBasic(String user, String password) {
        var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return says("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    JsonNode json() {
        return Json.read(body);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    Map<String, String> form() {
        return Form.read(text());
    }

    Map<String, String> query() {
        return Form.read(uri.getRawQuery());
    }

    boolean writes() {
        return !method.equals("GET");
    }
}
