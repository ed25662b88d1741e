package org.almoner.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.almoner.testing.TestAuthority;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.web.client.RestClient;

/** A gateway's host from which its certificates are fetched, over TLS, wherever it says that it is. */
public final class CertificateServer implements AutoCloseable {

    private final Map<String, String> files = new ConcurrentHashMap<>();
    private final AtomicInteger fetched = new AtomicInteger();
    private final HttpsServer server;
    private final TestAuthority authority;

    public CertificateServer(Path folder, String host) throws IOException, GeneralSecurityException {
        authority = new TestAuthority(Files.createDirectories(folder.resolve(host)));
        authority.issue(host);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(authority.tls()));
        server.createContext("/", exchange -> {
            fetched.incrementAndGet();
            byte[] file =
                    files.getOrDefault(exchange.getRequestURI().getPath(), "").getBytes(UTF_8);
            exchange.sendResponseHeaders(file.length == 0 ? 404 : 200, file.length == 0 ? -1 : file.length);
            exchange.getResponseBody().write(file);
            exchange.close();
        });
        server.start();
    }

    public void put(String path, String pem) {
        files.put(path, pem);
    }

    public int fetched() {
        return fetched.get();
    }

    public SigningCertificates certificates(Clock clock) throws GeneralSecurityException {
        var fetch = new SafeFetch(new SafeFetch.Network(
                new Here(),
                InetAddress::isLoopbackAddress,
                authority.tls(),
                server.getAddress().getPort()));
        var http = new GatewayHttp(
                new GatewayHttpSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), 1), RestClient.builder());
        return new SigningCertificates(fetch, http, clock);
    }

    @Override
    public void close() {
        server.stop(0);
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
