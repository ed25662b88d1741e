package org.almoner.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.client.RestClient;

/** A gateway of a test: answers by method and path what it was told to, and remembers what it was asked. */
public final class TestHttp implements AutoCloseable {

    /** A request as it came in. */
    public record Asked(String what, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    private record Answer(int status, String type, String body) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;

    public TestHttp() {
        server = create();
        server.createContext("/", exchange -> {
            String what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            asked.add(new Asked(what, Map.copyOf(exchange.getRequestHeaders()), body));
            var answer = answers.getOrDefault(what, new Answer(404, "application/json", "{}"));
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            byte[] bytes = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    public TestHttp answers(String what, int status, String json) {
        answers.put(what, new Answer(status, "application/json", json));
        return this;
    }

    public TestHttp says(String what, String text) {
        answers.put(what, new Answer(200, "text/html; charset=UTF-8", text));
        return this;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public static GatewayHttp client() {
        return new GatewayHttp(
                new GatewayHttpSettings(Duration.ofSeconds(2), Duration.ofSeconds(2), 2), RestClient.builder());
    }

    public static GatewayJson json() {
        return new GatewayJson(JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build());
    }

    private static HttpServer create() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
