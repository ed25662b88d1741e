package org.almoner.listener;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.almoner.gateway.Notification;
import org.almoner.notification.House;
import org.almoner.notification.NotificationJson;
import org.almoner.testing.AlmonerTest;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What comes in by HTTP: by the route of Adyen's, under another name. */
@AlmonerTest
class ListenerTest {

    private static final int MEBIBYTE = 1024 * 1024;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    CamelContext camel;

    @Autowired
    MeterRegistry meters;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void house() throws Exception {
        var text = Files.readString(Path.of("routes/listeners/adyen.camel.yaml"));
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.fromString("house.camel.yaml", House.like("adyen", text)));
    }

    @AfterEach
    void noHouse() throws Exception {
        camel.getRouteController().stopRoute("listener-house");
        camel.removeRoute("listener-house");
    }

    @Test
    void keepsWhatIsGenuineByteForByteAndAnswersAsTheGatewayExpects() throws Exception {
        var body = "{\"name\": \"Zoë\\u0000 \",\r\n \"amount\":1.0}";

        var answer = send(body, "genuine");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"taken\":true}");
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        var kept = only();
        assertThat(kept.text()).isEqualTo(body);
        assertThat(kept.gateway()).isEqualTo("house");
        assertThat(kept.headers()).containsOnlyKeys(House.SIGNATURE);
        assertThat(kept.remoteAddress()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({"forged, 403, forged", "old, 403, stale", "ask, 200, accepted"})
    void keepsWhateverItAnswers(String signature, int status, String result) throws Exception {
        double before = counted(result);

        var answer = send("{}", signature);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(only().header(House.SIGNATURE)).isEqualTo(signature);
        assertThat(counted(result)).isEqualTo(before + 1);
    }

    @Test
    void takesAHeaderThatWasSentTwiceForNone() throws Exception {
        var twice = request(BodyPublishers.ofString("{}"), "application/json")
                .header(House.SIGNATURE, "genuine")
                .header(House.SIGNATURE, "genuine");

        assertThat(send(twice).statusCode()).isEqualTo(403);
        assertThat(only().headers()).isEmpty();
    }

    @Test
    void leavesAFormAsItIs() throws Exception {
        var form = "a=1&b=%C3%A9+x&a=2&CamelHttpResponseCode=500";

        send(signed(BodyPublishers.ofString(form), "application/x-www-form-urlencoded; charset=windows-1252"));

        assertThat(only().text()).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelHttpResponseCode", "camelHttpUri", "CAMELBeanMethodName", "org.apache.camel.x"})
    void letsNoHeaderOfCamelsIn(String name) throws Exception {
        var answer = send(signed(BodyPublishers.ofString("{}"), "application/json")
                .header(name, "599")
                .uri(uri("house?CamelHttpResponseCode=599&" + name + "=599")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey(name);
    }

    @Test
    void takesAMebibyteAndNoByteMore() throws Exception {
        assertThat(send("x".repeat(MEBIBYTE), "genuine").statusCode()).isEqualTo(200);
        assertThat(only().body()).hasSize(MEBIBYTE);
        redis.delete(LIST);

        assertThat(send("x".repeat(MEBIBYTE + 1), "genuine").statusCode()).isEqualTo(413);
        assertThat(only().body()).as("evidence").hasSize(16 * 1024);
    }

    @Test
    void takesNoMoreOfABodyThatDoesNotSayItsLength() throws Exception {
        var endless = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[3 * MEBIBYTE]));

        assertThat(statusOrRefusal(signed(endless, "application/json"))).isEqualTo(413);
        assertThat(only().body()).hasSize(16 * 1024);
        redis.delete(LIST);

        var short_ = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("{}".getBytes(UTF_8)));
        assertThat(send(signed(short_, "application/json")).statusCode()).isEqualTo(200);
        assertThat(only().text()).isEqualTo("{}");
    }

    @Test
    void inflatesNothing() throws Exception {
        var packed = signed(BodyPublishers.ofString("x"), "application/json").header("content-encoding", "gzip");

        assertThat(send(packed).statusCode()).isEqualTo(415);
        assertThat(all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data; boundary=x", "application/x-java-serialized-object", "nonsense", "*/*"})
    void takesNoTypeThatNoGatewaySends(String type) throws Exception {
        assertThat(send(signed(BodyPublishers.ofString("--x--"), type)).statusCode())
                .isEqualTo(415);
        assertThat(all()).isEmpty();
    }

    @Test
    void takesPostsAlone() throws Exception {
        var get = HttpRequest.newBuilder(uri("house")).GET();

        assertThat(send(get).statusCode()).isEqualTo(405);
        assertThat(send(signed(BodyPublishers.ofString("{}"), "application/json")
                                .uri(uri("nobody")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(all()).isEmpty();
    }

    @Test
    void isNotBegunWithoutItsListener() throws Exception {
        var text = Files.readString(Path.of("routes/listeners/adyen.camel.yaml"));
        var careless = House.like("adyen", text)
                .replace("listener-house", "careless")
                .replace("/listeners/house", "/listeners/careless")
                .replace("bean: {ref: listener}", "setBody: {constant: taken}");

        assertThatThrownBy(() -> PluginHelper.getRoutesLoader(camel)
                        .loadRoutes(ResourceHelper.fromString("careless.camel.yaml", careless)))
                .hasStackTraceContaining(
                        "the route careless may not listen: its step bean: {ref: listener} is missing");

        assertThat(send(signed(BodyPublishers.ofString("{}"), "application/json")
                                .uri(uri("careless")))
                        .statusCode())
                .isEqualTo(404);
        camel.removeRoute("careless");
    }

    @Test
    void believesNobodyWhoSaysForWhomHeSpeaks() throws Exception {
        send(signed(BodyPublishers.ofString("{}"), "application/json").header("x-forwarded-for", "203.0.113.9"));

        assertThat(only().remoteAddress()).isEqualTo("127.0.0.1");
    }

    private static final String LIST = "notifications-house";

    private HttpResponse<String> send(String body, String signature) throws IOException, InterruptedException {
        return send(request(BodyPublishers.ofString(body), "application/json").header(House.SIGNATURE, signature));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Tomcat may close the connection before all of a body is sent that nobody will read. */
    private int statusOrRefusal(HttpRequest.Builder request) throws InterruptedException {
        try {
            return send(request).statusCode();
        } catch (IOException e) {
            return 413;
        }
    }

    private HttpRequest.Builder signed(BodyPublisher body, String type) {
        return request(body, type).header(House.SIGNATURE, "genuine");
    }

    private HttpRequest.Builder request(BodyPublisher body, String type) {
        return HttpRequest.newBuilder(uri("house")).header("content-type", type).POST(body);
    }

    private URI uri(String gateway) {
        return URI.create("http://127.0.0.1:" + port + "/listeners/" + gateway);
    }

    private double counted(String result) {
        return meters.counter("almoner.listener.requests", "gateway", "house", "result", result)
                .count();
    }

    private List<String> all() {
        return redis.opsForList().range(LIST, 0, -1);
    }

    private Notification only() throws IOException {
        assertThat(all()).hasSize(1);
        return new NotificationJson().read(all().get(0).getBytes(UTF_8));
    }
}
