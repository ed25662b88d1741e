package org.almoner.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.almoner.testing.TestAuthority;
import org.apache.hc.client5.http.DnsResolver;

/** A gateway's host from which its reports are downloaded, over TLS; every name leads to it, and one is in its certificate. */
public final class ReportServer implements AutoCloseable {

    private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TestAuthority authority;
    private final HttpsServer server;

    public ReportServer(Path folder, String host) throws IOException, GeneralSecurityException {
        authority = new TestAuthority(folder);
        authority.issue(host);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(authority.tls()));
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
            answers.getOrDefault(exchange.getRequestURI().getPath(), any -> say(any, 404, ""))
                    .handle(exchange);
        });
        server.start();
    }

    public void answer(String path, HttpHandler answer) {
        answers.put(path, answer);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Host and path of each request that came through. */
    public List<String> asked() {
        return asked;
    }

    /** As in production, but for what names lead to, whom we trust, and how long we wait: a second in all. */
    public SafeFetch fetch() throws GeneralSecurityException {
        return new SafeFetch(new SafeFetch.Network(
                new Here(),
                InetAddress::isLoopbackAddress,
                authority.tls(),
                port(),
                new SafeFetch.Patience(Duration.ofMillis(500), Duration.ofSeconds(1))));
    }

    public static ReportFolder folder(Path folder) {
        return new ReportFolder(new ReportSettings(folder));
    }

    public static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static final class Here implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
