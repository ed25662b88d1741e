package org.almoner.listener;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.almoner.notification.NotificationJson;
import org.almoner.testing.AlmonerProcess;
import org.almoner.testing.GravySender;
import org.almoner.testing.TestRedis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a request is from, where a proxy of ours at 127.0.0.1, and others behind it, say so. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class TrustedProxyTest {

    private static final String PROXIES =
            "--server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1|10\\.0\\.0\\.\\d{1,3}";

    private static final String REQUEST =
            """
            POST /listeners/gravy HTTP/1.1\r
            host: x\r
            X-Forwarded-For: %s\r
            content-type: application/json\r
            connection: close\r
            content-length: 2\r
            \r
            {}""";

    private static final TestRedis REDIS = new TestRedis().start();
    private static @Nullable AlmonerProcess listener;

    @BeforeAll
    static void listen() {
        listener = AlmonerProcess.bootListener(
                        GravySender.listening(), RedisUser.addTo(REDIS), GravySender.SETTING, PROXIES)
                .awaitStarted();
    }

    @AfterAll
    static void stop() {
        if (listener != null) {
            listener.close();
        }
        REDIS.close();
    }

    /** What stands before it may be anybody's word. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.7                            | 198.51.100.7",
                "203.0.113.9, 198.51.100.7               | 198.51.100.7",
                "203.0.113.9, 198.51.100.7, 10.0.0.3     | 198.51.100.7",
                "203.0.113.9, 10.0.0.3, 198.51.100.7     | 198.51.100.7",
                "203.0.113.9, 127.0.0.1, 2001:db8:0::7   | 2001:db8:0::7",
                "127.0.0.1, 110.0.0.3                    | 110.0.0.3"
            })
    void isTheLastWhoIsNoProxyOfOurs(String said, String address) throws IOException {
        assertThat(addressOf("127.0.0.1", said)).isEqualTo(address);
    }

    @Test
    void isInTheLastOfSeveralHeaders() throws IOException {
        assertThat(addressOf("127.0.0.1", "203.0.113.9\r\nX-Forwarded-For: 198.51.100.7"))
                .isEqualTo("198.51.100.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.7", "198.51.100.7, 10.0.0.3", "127.0.0.1", "10.0.0.3, 127.0.0.1"})
    void isWhoeverSendsItIfThatIsNoProxyOfOurs(String forged) throws IOException {
        assertThat(addressOf("127.0.0.2", forged)).isEqualTo("127.0.0.2");
    }

    /** As it is kept; without a password it is kept as evidence. */
    private static @Nullable String addressOf(String sender, String forwardedFor) throws IOException {
        try (var client = RedisClient.create(REDIS.url());
                var connection = client.connect()) {
            assertThat(send(sender, REQUEST.formatted(forwardedFor))).startsWith("HTTP/1.1 403");
            var kept = connection.sync().lindex("notifications-gravy", -1);
            return new NotificationJson().read(kept.getBytes(UTF_8)).remoteAddress();
        }
    }

    private static String send(String sender, String request) throws IOException {
        var port = listener == null ? 0 : Integer.parseInt(listener.port());
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(sender), 0)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
