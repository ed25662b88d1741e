package org.almoner.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.client.RestClient;

/** A gateway that says what it is told to say, and remembers what it was asked. */
public final class TestGateway implements AutoCloseable {

    /** A call as it arrived. */
    public record Asked(String what, Headers headers, String body) {}

    private record Said(int status, String type, String body) {}

    private static final ObjectMapper JSON = Jackson2ObjectMapperBuilder.json()
            .featuresToEnable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .postConfigurer(mapper -> mapper.configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false))
            .build();

    private final Map<String, Said> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public TestGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public static GatewayJson json() {
        return new GatewayJson(JSON);
    }

    /** As it is once it has been sent: whether a number was an int or a long is forgotten then. */
    public static ObjectNode sent(JsonNode message) {
        return json().object(message.toString());
    }

    /** What is sent of a kind, which must be one message. */
    public static ObjectNode only(Onward onward, Onward.Kind kind) {
        var messages = onward.of(kind.name());
        if (messages.size() != 1) {
            throw new AssertionError(messages.size() + " messages of kind " + kind);
        }
        return sent(messages.get(0));
    }

    public static GatewayHttp http() {
        var clients = RestClient.builder().messageConverters(converters -> {
            converters.removeIf(MappingJackson2HttpMessageConverter.class::isInstance);
            converters.add(new MappingJackson2HttpMessageConverter(JSON));
        });
        return new GatewayHttp(new GatewayHttpSettings(Duration.ofSeconds(2), Duration.ofSeconds(5), 4), clients);
    }

    public static GatewayCall call(String gateway, Ask ask, String txnId, @Nullable Money amount) {
        return new GatewayCall(
                ask + ":" + gateway + ":" + txnId,
                gateway,
                null,
                ask,
                PaymentReference.of("7.1", txnId),
                amount,
                "test",
                JSON.createObjectNode());
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param what method and path */
    public TestGateway says(String what, String json) {
        answers.put(what, new Said(200, "application/json", json));
        return this;
    }

    public TestGateway says(String what, int status, String type, String body) {
        answers.put(what, new Said(status, type, body));
        return this;
    }

    public List<Asked> asked() {
        return asked;
    }

    public Asked lastAsked() {
        return asked.get(asked.size() - 1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(new Asked(
                what,
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        var said = answers.getOrDefault(what, new Said(404, "application/json", "{}"));
        byte[] body = said.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", said.type());
        exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
