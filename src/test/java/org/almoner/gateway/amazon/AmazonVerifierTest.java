package org.almoner.gateway.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.almoner.gateway.CertificateServer;
import org.almoner.gateway.Notification;
import org.almoner.gateway.Verdict;
import org.almoner.testing.TestAuthority;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** By the certificates that a listener has, and by those that are fetched where there is a network. */
@TestInstance(Lifecycle.PER_CLASS)
class AmazonVerifierTest {

    private static final String SNS = "sns.amazonaws.com";
    private static final Clock CLOCK = Clock.fixed(TestSns.NOW, ZoneOffset.UTC);
    private static final String FOLDER = "/SimpleNotificationService-";

    private final TestAuthority authority;
    private final TestAuthority stranger;
    private final CertificateServer server;

    AmazonVerifierTest(@TempDir Path folder) throws Exception {
        authority = new TestAuthority(Files.createDirectories(folder.resolve("amazon")));
        stranger = new TestAuthority(Files.createDirectories(folder.resolve("stranger")));
        server = new CertificateServer(folder, "sns.us-east-1.amazonaws.com");
    }

    @BeforeAll
    void issue() {
        String around = "2026/09/01 00:00:00";
        authority.issue(SNS, "-startdate", around);
        authority.issue("sns.evil.example", "-startdate", around);
        stranger.issue(SNS, "-startdate", around);
        server.put(FOLDER + "ab12.pem", TestAuthority.pem(authority.certificate(SNS)));
        server.put(FOLDER + "evil.pem", TestAuthority.pem(authority.certificate("sns.evil.example")));
        server.put(FOLDER + "stranger.pem", TestAuthority.pem(stranger.certificate(SNS)));
        server.put(FOLDER + "nonsense.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("good")
    void believesWhatSnsHasSigned(TestSns message) throws Exception {
        assertThat(verifier(mounted()).verify(message.received())).isEqualTo(Verdict.GENUINE);
        assertThat(verifier("").verify(message.received())).isEqualTo(Verdict.TO_BE_ASKED);
        assertThat(asked(message.received())).isTrue();
    }

    Stream<TestSns> good() {
        var key = authority.key(SNS);
        return Stream.of(
                TestSns.notification("{}").signed(key),
                TestSns.notification("{\"ChargeId\":\"žluťoučký\\n\"}")
                        .with("Subject", "A subject")
                        .signed(key),
                TestSns.notification("{}")
                        .with("Timestamp", "2026-09-02T09:40:00.000Z")
                        .signed(key),
                TestSns.notification("{}")
                        .with("Timestamp", "2026-09-02T11:40:00.000Z")
                        .signed(key),
                TestSns.notification("{}").signed(key).with("UnsubscribeURL", "http://127.0.0.1/"),
                TestSns.confirmation().signed(key));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void believesNothingElse(String what, Notification notification) throws Exception {
        assertThat(verifier(mounted()).verify(notification).kind()).isNotEqualTo(Verdict.Kind.GENUINE);
        assertThat(asked(notification)).isFalse();
    }

    Stream<Arguments> bad() {
        var key = authority.key(SNS);
        var good = TestSns.notification("{\"a\":1}").signed(key);
        String json = good.json();
        String signature = good.signature();
        var other = TestSns.notification("{\"a\":2}").signed(key);
        return Stream.of(
                arguments("empty", TestSns.received("")),
                arguments("no JSON", TestSns.received("Type=Notification")),
                arguments("a list", TestSns.received("[" + json + "]")),
                arguments("twice", TestSns.received(json + json)),
                arguments("truncated", TestSns.received(json.substring(0, json.length() / 2))),
                arguments(
                        "a field twice",
                        TestSns.received(json.replace("{\"Message\"", "{\"Message\":\"x\",\"Message\""))),
                arguments("a number", TestSns.received(json.replace("\"{\\\"a\\\":1}\"", "1"))),
                arguments(
                        "a list of topics",
                        TestSns.received(json.replace("\"" + TestSns.TOPIC + "\"", "[\"" + TestSns.TOPIC + "\"]"))),
                arguments("deep", TestSns.received("{\"a\":".repeat(1000) + "1" + "}".repeat(1000))),
                arguments("another message", good.with("Message", "{\"a\":9}").received()),
                arguments("another id", good.with("MessageId", "another").received()),
                arguments(
                        "a subject that was not signed",
                        good.with("Subject", "x").received()),
                arguments("no signature", good.without("Signature").received()),
                arguments("an empty signature", good.with("Signature", "").received()),
                arguments(
                        "another's signature",
                        good.with("Signature", other.signature()).received()),
                arguments(
                        "half a signature",
                        good.with("Signature", signature.substring(0, 172)).received()),
                arguments(
                        "a signature in lower case",
                        good.with("Signature", signature.toLowerCase(Locale.ROOT))
                                .received()),
                arguments(
                        "a signature with a break",
                        good.with("Signature", signature.substring(0, 76) + "\n" + signature.substring(76))
                                .received()),
                arguments(
                        "a signature for URLs",
                        good.with("Signature", "-_" + signature.substring(2)).received()),
                arguments("no Base64", good.with("Signature", "!" + signature).received()),
                arguments(
                        "a wrong key",
                        TestSns.notification("{}").signed(stranger.key(SNS)).received()),
                arguments(
                        "version 1",
                        TestSns.notification("{}")
                                .with("SignatureVersion", "1")
                                .signed(key)
                                .received()),
                arguments(
                        "version 1, said to be 2",
                        TestSns.notification("{}")
                                .with("SignatureVersion", "1")
                                .signed(key)
                                .with("SignatureVersion", "2")
                                .received()),
                arguments("version 3", good.with("SignatureVersion", "3").received()),
                arguments("no version", good.without("SignatureVersion").received()),
                arguments(
                        "another topic",
                        TestSns.notification("{}")
                                .with("TopicArn", "arn:aws:sns:us-east-1:999999999999:payments")
                                .signed(key)
                                .received()),
                arguments(
                        "no topic",
                        TestSns.notification("{}")
                                .without("TopicArn")
                                .signed(key)
                                .received()),
                arguments(
                        "another type",
                        TestSns.notification("{}")
                                .with("Type", "Sermon")
                                .signed(key)
                                .received()),
                arguments(
                        "no type",
                        TestSns.notification("{}").without("Type").signed(key).received()),
                arguments(
                        "another type's signature",
                        good.with("Type", "SubscriptionConfirmation")
                                .with("Token", "t")
                                .with("SubscribeURL", "u")
                                .received()),
                arguments(
                        "too old",
                        TestSns.notification("{}")
                                .with("Timestamp", "2026-09-02T09:39:59.999Z")
                                .signed(key)
                                .received()),
                arguments(
                        "too early",
                        TestSns.notification("{}")
                                .with("Timestamp", "2026-09-02T11:40:00.001Z")
                                .signed(key)
                                .received()),
                arguments(
                        "no time",
                        TestSns.notification("{}")
                                .without("Timestamp")
                                .signed(key)
                                .received()),
                arguments(
                        "nonsense for a time",
                        TestSns.notification("{}")
                                .with("Timestamp", "yesterday")
                                .signed(key)
                                .received()),
                arguments(
                        "a certificate from elsewhere",
                        certificate("https://evil.example/SimpleNotificationService-ab12.pem")),
                arguments(
                        "a certificate of a bucket",
                        certificate("https://s3.amazonaws.com/SimpleNotificationService-ab12.pem")),
                arguments(
                        "a certificate of another region",
                        certificate("https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-ab12.pem")),
                arguments(
                        "a certificate without TLS",
                        certificate("http://sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem")),
                arguments("a certificate of ours", certificate("https://127.0.0.1/SimpleNotificationService-ab12.pem")),
                arguments("no certificate", good.without("SigningCertURL").received()),
                arguments(
                        "a certificate that is another host's",
                        TestSns.notification("{}")
                                .with("SigningCertURL", url("evil"))
                                .signed(authority.key("sns.evil.example"))
                                .received()),
                arguments(
                        "a certificate that nobody vouches for",
                        TestSns.notification("{}")
                                .with("SigningCertURL", url("stranger"))
                                .signed(stranger.key(SNS))
                                .received()),
                arguments(
                        "a certificate that is none",
                        TestSns.notification("{}")
                                .with("SigningCertURL", url("nonsense"))
                                .signed(stranger.key(SNS))
                                .received()));
    }

    @ParameterizedTest
    @CsvSource({
        "Timestamp, 2026-09-02T08:00:00Z, STALE",
        "TopicArn, arn:aws:sns:us-east-1:999999999999:payments, FORGED",
        "SigningCertURL, https://evil.example/SimpleNotificationService-ab12.pem, FORGED",
        "SignatureVersion, 1, FORGED",
        "Signature, ?, FORGED",
    })
    void refusesAtOnceWhatNeedsNoCertificate(String field, String value, Verdict.Kind kind) {
        var message = TestSns.notification("{}").signed(authority.key(SNS)).with(field, value);

        assertThat(verifier("").verify(message.received()).kind()).isEqualTo(kind);
    }

    @Test
    void acceptsTheOlderSignatureWhereItIsConfigured() throws Exception {
        var older = TestSns.notification("{}").with("SignatureVersion", "1").signed(authority.key(SNS));
        var settings = settings(mounted(), Set.of("1", "2"));

        assertThat(new AmazonVerifier(settings).verify(older.received())).isEqualTo(Verdict.GENUINE);
    }

    /** During a rotation both are mounted; one that is not mounted yet is fetched. */
    @Test
    void knowsSeveralCertificates() {
        String both = TestAuthority.pem(stranger.certificate(SNS)) + mounted();

        assertThat(verifier(both)
                        .verify(TestSns.notification("{}")
                                .signed(authority.key(SNS))
                                .received()))
                .isEqualTo(Verdict.GENUINE);
        assertThat(verifier(both)
                        .verify(TestSns.notification("{}")
                                .signed(stranger.key(SNS))
                                .received()))
                .isEqualTo(Verdict.GENUINE);
        assertThat(verifier(TestAuthority.pem(stranger.certificate(SNS)))
                        .verify(TestSns.notification("{}")
                                .signed(authority.key(SNS))
                                .received()))
                .isEqualTo(Verdict.TO_BE_ASKED);
    }

    @Test
    void fetchesACertificateOnce() throws Exception {
        var certificates = new SnsCertificates(verifier(""), server.certificates(CLOCK), settings("", Set.of("2")));
        var message = TestSns.notification("{}").signed(authority.key(SNS)).received();
        int before = server.fetched();

        certificates.verify(message);
        certificates.verify(message);

        assertThat(server.fetched() - before).isEqualTo(1);
    }

    @Test
    void isConfiguredByItsTopics() {
        assertThat(verifier("").isConfigured()).isTrue();
        assertThat(new AmazonVerifier(new AmazonSettings("", "", "", Set.of(""), Set.of("2"), "", "", ""))
                        .isConfigured())
                .isFalse();
    }

    private boolean asked(Notification notification) throws Exception {
        var certificates = new SnsCertificates(verifier(""), server.certificates(CLOCK), settings("", Set.of("2")));
        try {
            return certificates.verify(notification).isDone();
        } catch (org.almoner.gateway.GatewayFailure e) {
            return false;
        }
    }

    private AmazonVerifier verifier(String certificates) {
        return new AmazonVerifier(settings(certificates, Set.of("2")));
    }

    private AmazonSettings settings(String certificates, Set<String> versions) {
        return new AmazonSettings(
                "", "", "", Set.of(TestSns.TOPIC), versions, certificates, TestAuthority.pem(authority.root()), "");
    }

    private String mounted() {
        return TestAuthority.pem(authority.certificate(SNS));
    }

    private Notification certificate(String url) {
        return TestSns.notification("{}")
                .with("SigningCertURL", url)
                .signed(authority.key(SNS))
                .received();
    }

    private static String url(String name) {
        return "https://sns.us-east-1.amazonaws.com" + FOLDER + name + ".pem";
    }
}
