package org.almoner.gateway.adyen;

import static org.almoner.gateway.ReportServer.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.GatewayRefusal;
import org.almoner.gateway.PaymentReference;
import org.almoner.gateway.ReportServer;
import org.almoner.gateway.TestGateway;
import org.almoner.gateway.adyen.AdyenSettings.Account;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report of Adyen's on its whole way, from a server that speaks TLS into our folder. */
@Timeout(60)
class AdyenReportTest {

    private static final String HOST = "reports.adyen.example";
    private static final String OTHER = "other.adyen.example"; // is allowed, and the certificate is not its own
    private static final String PATH = "/reports/download/MerchantAccount/COM/report.csv";

    private static ReportServer server;

    private Path folder;
    private AdyenGateway adyen;

    @BeforeAll
    static void serve(@TempDir Path keys) throws Exception {
        server = new ReportServer(keys, HOST);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect(@TempDir Path parent) throws Exception {
        server.asked().clear();
        folder = parent.resolve("reports");
        var account = Map.of("COM", new Account("key", "reader", "word"));
        adyen = new AdyenGateway(
                new AdyenSettings(
                        "https://api.adyen.example",
                        account,
                        List.of(),
                        "",
                        "",
                        false,
                        List.of(),
                        List.of(),
                        Set.of(HOST, OTHER)),
                TestGateway.http(),
                server.fetch(),
                ReportServer.folder(folder),
                TestGateway.json());
    }

    @AfterEach
    void nothingIsThereByHalf() {
        assertThat(folder).satisfiesAnyOf(none -> assertThat(none).doesNotExist(), some -> assertThat(some)
                .isDirectoryNotContaining("glob:**.part"));
    }

    @Test
    void isKeptWhole() {
        server.answer(PATH, exchange -> say(exchange, 200, "psp,gross\nA1,12.50\n".repeat(10_000)));

        var answer = adyen.fetch(report(HOST));

        assertThat(answer.isDone()).isTrue();
        assertThat(folder.resolve("report.csv")).hasContent("psp,gross\nA1,12.50\n".repeat(10_000));
        assertThat(server.asked()).containsExactly(HOST + ":" + server.port() + PATH);
    }

    @Test
    void isFetchedInTheNameOfItsReader() {
        server.answer(
                PATH,
                exchange -> say(exchange, 200, exchange.getRequestHeaders().getFirst("Authorization")));

        adyen.fetch(report(HOST));

        assertThat(folder.resolve("report.csv")).hasContent("Basic cmVhZGVyOndvcmQ="); // reader:word
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "reports.adyen.example.evil.example", "127.0.0.1", "localhost"})
    void comesFromNoHostThatIsNotAllowed(String host) {
        assertThatThrownBy(() -> adyen.fetch(report(host))).isInstanceOf(GatewayRefusal.class);

        assertThat(server.asked()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    /** Though the other host is allowed: the password went to the first, and would go on to whomever that names. */
    @Test
    void isFollowedNowhereElse() {
        server.answer(PATH, exchange -> {
            exchange.getResponseHeaders().set("Location", "https://" + OTHER + PATH);
            say(exchange, 302, "");
        });

        assertThatThrownBy(() -> adyen.fetch(report(HOST)))
                .isInstanceOf(GatewayRefusal.class)
                .hasMessage("the url leads elsewhere");

        assertThat(server.asked()).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isTakenFromNobodyWithACertificateOfAnotherName() {
        server.answer(PATH, exchange -> say(exchange, 200, "psp"));

        assertThatThrownBy(() -> adyen.fetch(report(OTHER)))
                .isExactlyInstanceOf(GatewayFailure.class)
                .hasMessageContaining("SSL");

        assertThat(server.asked()).as("who has told nobody the password").isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isNotWaitedForWhenNothingComes() throws Exception {
        var end = new CountDownLatch(1);
        server.answer(PATH, exchange -> waitFor(end));

        assertThatThrownBy(() -> adyen.fetch(report(HOST)))
                .isExactlyInstanceOf(GatewayFailure.class)
                .hasMessageContaining("Timeout");

        end.countDown();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isNotWaitedForWhenItComesByteByByte() {
        server.answer(PATH, AdyenReportTest::drop);

        assertThatThrownBy(() -> adyen.fetch(report(HOST)))
                .isExactlyInstanceOf(GatewayFailure.class)
                .hasMessage("the url is answered too slowly");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takesThePlaceOfItsEarlierSelfOnlyWhenItIsWhole() {
        server.answer(PATH, exchange -> say(exchange, 200, "first"));
        adyen.fetch(report(HOST));
        server.answer(PATH, exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[500]);
            exchange.getResponseBody().flush();
            exchange.close();
        });

        assertThatThrownBy(() -> adyen.fetch(report(HOST))).isInstanceOf(GatewayFailure.class);

        assertThat(folder.resolve("report.csv")).hasContent("first");
    }

    private static GatewayCall report(String host) {
        var context = TestGateway.json().object().put("report_url", "https://" + host + PATH);
        return new GatewayCall(
                "k", "adyen", "COM", Ask.FETCH, PaymentReference.of(null, null), null, "adyen-report", context);
    }

    private static void waitFor(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void drop(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            for (int n = 0; n < 600; n++) {
                LockSupport.parkNanos(50_000_000);
                body.write('x');
                body.flush();
            }
        }
    }
}
