package org.almoner.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.almoner.testing.TestAuthority;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Against a server that speaks TLS, with names that mean what the test says. */
class SafeFetchTest {

    private static final String HOST = "certs.gateway.example";
    private static final Predicate<InetAddress> OUR_SERVER = InetAddress::isLoopbackAddress;

    static TestAuthority authority;
    static HttpsServer server;
    static HttpHandler answer = exchange -> reply(exchange, 200, "a certificate");
    static final AtomicInteger ASKED = new AtomicInteger();

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        authority = new TestAuthority(folder);
        authority.issue(HOST);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(authority.tls()));
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            ASKED.incrementAndGet();
            answer.handle(exchange);
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @BeforeEach
    void forget() {
        ASKED.set(0);
        answer = exchange -> reply(exchange, 200, "a certificate");
    }

    @Test
    void fetchesWhatIsAllowed() throws Exception {
        assertThat(new String(fetch("127.0.0.1").fetch(url("/a.pem"), urls()), UTF_8))
                .isEqualTo("a certificate");
    }

    @Test
    void sendsWhoWeAre() throws Exception {
        answer = exchange -> reply(exchange, 200, exchange.getRequestHeaders().getFirst("Authorization"));
        var body = new ByteArrayOutputStream();

        fetch("127.0.0.1").fetch(url("/a.pem"), urls(), Map.of("Authorization", "Basic x"), body);

        assertThat(body.toString(UTF_8)).isEqualTo("Basic x");
    }

    @Test
    void connectsToNoOtherHost() throws Exception {
        assertThatThrownBy(() -> fetch("127.0.0.1").fetch("https://other.example/a.pem", urls()))
                .isInstanceOf(GatewayRefusal.class);
        assertThat(ASKED).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "169.254.169.254", "10.1.2.3", "0.0.0.0", "::1", "fd00:ec2::254", "100.64.1.1"})
    void connectsToNoAddressThatIsNotPublic(String address) throws Exception {
        var names = new Names(List.of(address));

        assertThatThrownBy(() -> fetch(names, PublicAddresses::contain).fetch(url("/a.pem"), urls()))
                .isInstanceOf(GatewayFailure.class);
        assertThat(ASKED).hasValue(0);
    }

    /** An allow-list of ours that names one of our machines is a mistake that costs nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "0.0.0.0"})
    void connectsToNothingOfOursInProduction(String host) {
        var urls = new AllowedUrls(Set.of(host), Pattern.compile("/a.pem"), DataSize.ofKilobytes(1));

        assertThatThrownBy(() -> new SafeFetch().fetch("https://" + host + "/a.pem", urls))
                .isInstanceOf(GatewayFailure.class)
                .hasMessageContaining("UnknownHostException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7f000001", "0a010203", "a9fea9fe"})
    void connectsToNoAddressOfVersion4InOneOfVersion6(String address) throws Exception {
        var mapped = Inet6Address.getByAddress(HOST, HexFormat.of().parseHex("00000000000000000000ffff" + address), -1);
        DnsResolver names = new Names(List.of()) {
            @Override
            public InetAddress[] resolve(String host) {
                return new InetAddress[] {mapped};
            }
        };

        assertThatThrownBy(() -> fetch(names, PublicAddresses::contain).fetch(url("/a.pem"), urls()))
                .isInstanceOf(GatewayFailure.class);
        assertThat(ASKED).hasValue(0);
    }

    @Test
    void connectsToNoneOfSeveralAddressesIfOneIsNotPublic() throws Exception {
        var names = new Names(List.of("1.1.1.1", "127.0.0.1"));

        assertThatThrownBy(() -> fetch(names, PublicAddresses::contain).fetch(url("/a.pem"), urls()))
                .isInstanceOf(GatewayFailure.class);
        assertThat(ASKED).hasValue(0);
    }

    /** The name means our server when it is checked, and would mean the metadata a moment later. */
    @Test
    void resolvesANameOnceForItsConnection() throws Exception {
        var names = new Names(List.of("127.0.0.1"), List.of("169.254.169.254"));
        var fetch = fetch(names, OUR_SERVER);

        fetch.fetch(url("/a.pem"), urls());

        assertThat(names.asked).hasValue(1);
        assertThatThrownBy(() -> fetch.fetch(url("/a.pem"), urls())).isInstanceOf(GatewayFailure.class);
        assertThat(ASKED).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNobodyElsewhere(int status) throws Exception {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Location", url("/b.pem"));
            reply(exchange, status, "");
        };

        assertThatThrownBy(() -> fetch("127.0.0.1").fetch(url("/a.pem"), urls()))
                .isInstanceOf(GatewayRefusal.class)
                .hasMessage("the url leads elsewhere");
        assertThat(ASKED).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 500, 503})
    void failsWhenItIsRefused(int status) throws Exception {
        answer = exchange -> reply(exchange, status, "no");

        assertThatThrownBy(() -> fetch("127.0.0.1").fetch(url("/a.pem"), urls()))
                .isExactlyInstanceOf(GatewayFailure.class)
                .hasMessageEndingWith("status " + status);
        assertThat(ASKED).hasValue(1);
    }

    @Test
    void readsNoMoreThanIsAllowed() throws Exception {
        answer = exchange -> reply(exchange, 200, "a".repeat(1025));

        assertThatThrownBy(() -> fetch("127.0.0.1").fetch(url("/a.pem"), urls()))
                .isInstanceOf(GatewayRefusal.class);
    }

    @Test
    void leavesNothingInTheFolderOfAReportThatIsTooLarge(@TempDir Path folder) throws Exception {
        answer = SafeFetchTest::endless;
        var reports = new ReportFolder(new ReportSettings(folder));
        var fetch = fetch("127.0.0.1");

        assertThatThrownBy(() -> reports.keep("a.csv", report -> fetch.fetch(url("/a.pem"), urls(), Map.of(), report)))
                .isInstanceOf(GatewayRefusal.class)
                .hasMessageContaining("larger than 1024 bytes");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void readsNothingWithoutEnd() throws Exception {
        answer = SafeFetchTest::endless;
        long begin = System.nanoTime();

        assertThatThrownBy(() -> fetch("127.0.0.1").fetch(url("/a.pem"), urls()))
                .isInstanceOf(GatewayRefusal.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void inflatesNothing() throws Exception {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            reply(exchange, 200, "not inflated");
        };

        assertThat(new String(fetch("127.0.0.1").fetch(url("/a.pem"), urls()), UTF_8))
                .isEqualTo("not inflated");
    }

    @Test
    void believesNoOtherAuthority(@TempDir Path other) throws Exception {
        var network = new SafeFetch.Network(
                new Names(List.of("127.0.0.1")),
                OUR_SERVER,
                new TestAuthority(other).tls(),
                server.getAddress().getPort());

        assertThatThrownBy(() -> new SafeFetch(network).fetch(url("/a.pem"), urls()))
                .isInstanceOf(GatewayFailure.class)
                .hasMessageContaining("SSLHandshakeException");
        assertThat(ASKED).hasValue(0);
    }

    @Test
    void believesNoCertificateOfAnotherName() throws Exception {
        var urls = new AllowedUrls(Set.of("other.gateway.example"), Pattern.compile("/a.pem"), DataSize.ofKilobytes(1));

        assertThatThrownBy(() -> fetch("127.0.0.1").fetch("https://other.gateway.example/a.pem", urls))
                .isInstanceOf(GatewayFailure.class)
                .hasMessageContaining("SSL");
        assertThat(ASKED).hasValue(0);
    }

    @Test
    void saysNothingOfTheUrl() throws Exception {
        assertThatThrownBy(() -> fetch("127.0.0.1").fetch("https://donor.example/jo@example.org", urls()))
                .hasMessageNotContaining("example");
    }

    private static SafeFetch fetch(String address) throws Exception {
        return fetch(new Names(List.of(address)), OUR_SERVER);
    }

    private static SafeFetch fetch(DnsResolver names, Predicate<InetAddress> mayReach) throws Exception {
        return new SafeFetch(new SafeFetch.Network(
                names, mayReach, authority.tls(), server.getAddress().getPort()));
    }

    private static AllowedUrls urls() {
        return new AllowedUrls(Set.of(HOST), Pattern.compile("/[ab]\\.pem"), DataSize.ofKilobytes(1));
    }

    private static String url(String path) {
        return "https://" + HOST + path;
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            while (true) {
                body.write(new byte[512]);
            }
        }
    }

    /** What a name means, the next time it is asked for; the last meaning stays. */
    private static class Names implements DnsResolver {
        private final Queue<List<String>> meanings;
        private final AtomicInteger asked = new AtomicInteger();

        @SafeVarargs
        Names(List<String>... meanings) {
            this.meanings = new ArrayDeque<>(List.of(meanings));
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            asked.incrementAndGet();
            List<String> meaning = meanings.size() > 1 ? meanings.remove() : meanings.element();
            var addresses = new InetAddress[meaning.size()];
            for (int i = 0; i < addresses.length; i++) {
                addresses[i] = InetAddress.getByName(meaning.get(i));
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
