package org.almoner.simulator;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A listener that keeps what it gets, and refuses as often as it is told to. */
final class TestListener implements AutoCloseable {
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final HttpServer server;

    /** A request. */
    record Got(String path, Headers headers, String body) {
        String header(String name) {
            return Objects.requireNonNull(headers.getFirst(name), name);
        }

        Map<String, String> form() {
            return Form.read(body);
        }

        String text(String pointer) {
            return Json.read(Hmac.bytes(body)).at(pointer).asText();
        }
    }

    TestListener() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/listeners", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            got.add(new Got(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
            exchange.sendResponseHeaders(refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void refuse(int times) {
        refusals.set(times);
    }

    List<Got> got() {
        return got;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
