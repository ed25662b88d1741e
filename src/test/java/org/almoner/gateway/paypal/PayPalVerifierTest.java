package org.almoner.gateway.paypal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;
import org.almoner.gateway.CertificateServer;
import org.almoner.gateway.GatewayAnswer.Outcome;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.Notification;
import org.almoner.gateway.TestHttp;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks by their certificates, and notifications of the older kind by PayPal's word. */
@TestInstance(Lifecycle.PER_CLASS)
class PayPalVerifierTest {

    private static final String SIGNER = "messageverificationcerts.paypal.com";
    private static final Clock CLOCK = Clock.fixed(TestPayPal.NOW, ZoneOffset.UTC);
    private static final String CERTS = "/v1/notifications/certs/CERT-";

    private final TestAuthority authority;
    private final TestAuthority stranger;
    private final CertificateServer server;
    private final TestHttp paypal;

    PayPalVerifierTest(@TempDir Path folder) throws Exception {
        paypal = new TestHttp();
        authority = new TestAuthority(Files.createDirectories(folder.resolve("paypal")));
        stranger = new TestAuthority(Files.createDirectories(folder.resolve("stranger")));
        server = new CertificateServer(folder, "api.paypal.com");
    }

    @BeforeAll
    void issue() {
        String before = "2026/09/01 00:00:00";
        authority.issue(SIGNER, "-startdate", before);
        authority.issue("messageverificationcerts.paypal.com.evil.example", "-startdate", before);
        stranger.issue(SIGNER, "-startdate", before);
        server.put(CERTS + "360caa42-fca2a594", TestAuthority.pem(authority.certificate(SIGNER)));
        server.put(
                CERTS + "evil",
                TestAuthority.pem(authority.certificate("messageverificationcerts.paypal.com.evil.example")));
        server.put(CERTS + "stranger", TestAuthority.pem(stranger.certificate(SIGNER)));
    }

    @AfterAll
    void stop() {
        server.close();
        paypal.close();
    }

    @ParameterizedTest
    @MethodSource("good")
    void believesAWebhookThatPayPalHasSigned(TestPayPal webhook) throws Exception {
        assertThat(verifier(mounted()).verify(webhook.received())).isEqualTo(Verdict.GENUINE);
        assertThat(verifier("").verify(webhook.received())).isEqualTo(Verdict.TO_BE_ASKED);
        assertThat(asked(webhook.received())).isTrue();
    }

    Stream<TestPayPal> good() {
        var key = authority.key(SIGNER);
        return Stream.of(
                TestPayPal.webhook("{\"id\":\"WH-1\"}").signed(key),
                TestPayPal.webhook("{\"name\":\"Zoë 😀\"}").signed(key),
                TestPayPal.webhook("").signed(key),
                TestPayPal.webhook("{}")
                        .with("paypal-transmission-time", "2026-08-30T10:40:00Z")
                        .signed(key),
                TestPayPal.webhook("{}")
                        .with("paypal-transmission-time", "2026-09-02T10:45:00Z")
                        .signed(key));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void believesNoOtherWebhook(String what, TestPayPal sent) throws Exception {
        assertThat(verifier(mounted()).verify(sent.received()).kind()).isNotEqualTo(Verdict.Kind.GENUINE);
        assertThat(asked(sent.received())).isFalse();
    }

    Stream<Arguments> bad() {
        var key = authority.key(SIGNER);
        var good = TestPayPal.webhook("{\"id\":\"WH-1\",\"amount\":5}").signed(key);
        String signature = good.signature();
        String sig = "paypal-transmission-sig";
        return Stream.of(
                arguments("another body", good.withBody("{\"id\":\"WH-1\",\"amount\":9}")),
                arguments("a body with a space", good.withBody(good.body() + " ")),
                arguments("half a body", good.withBody(good.body().substring(0, 9))),
                arguments("no body", good.withBody("")),
                arguments("no signature", good.without(sig)),
                arguments("an empty signature", good.with(sig, "")),
                arguments("half a signature", good.with(sig, signature.substring(0, 172))),
                arguments("a signature in lower case", good.with(sig, signature.toLowerCase(Locale.ROOT))),
                arguments("a signature for URLs", good.with(sig, "-_" + signature.substring(2))),
                arguments(
                        "a signature with a break",
                        good.with(sig, signature.substring(0, 76) + "\n" + signature.substring(76))),
                arguments("no Base64", good.with(sig, "!" + signature)),
                arguments(
                        "another's signature",
                        good.with(sig, TestPayPal.webhook("{}").signed(key).signature())),
                arguments("a wrong key", good.signed(stranger.key(SIGNER))),
                arguments("another webhook's", good.signed(key, "9PT597110X687430LKGECATA")),
                arguments("no webhook's", good.signed(key, "")),
                arguments("another id", good.with("paypal-transmission-id", "another")),
                arguments("no id", good.without("paypal-transmission-id")),
                arguments("another time", good.with("paypal-transmission-time", "2026-09-02T10:39:59Z")),
                arguments("no time", good.without("paypal-transmission-time")),
                arguments(
                        "nonsense for a time",
                        good.with("paypal-transmission-time", "soon").signed(key)),
                arguments(
                        "too old",
                        good.with("paypal-transmission-time", "2026-08-30T10:39:59Z")
                                .signed(key)),
                arguments(
                        "too early",
                        good.with("paypal-transmission-time", "2026-09-02T10:45:01Z")
                                .signed(key)),
                arguments("another algorithm", good.with("paypal-auth-algo", "SHA1withRSA")),
                arguments("no algorithm", good.with("paypal-auth-algo", "NONEwithRSA")),
                arguments("an algorithm in lower case", good.with("paypal-auth-algo", "sha256withrsa")),
                arguments("no certificate", good.without("paypal-cert-url")),
                arguments(
                        "a certificate from elsewhere",
                        good.with("paypal-cert-url", "https://evil.example" + CERTS + "1")
                                .signed(stranger.key(SIGNER))),
                arguments(
                        "a certificate of the sandbox",
                        good.with("paypal-cert-url", "https://api.sandbox.paypal.com" + CERTS + "1")
                                .signed(stranger.key(SIGNER))),
                arguments(
                        "a certificate without TLS",
                        good.with("paypal-cert-url", "http://api.paypal.com" + CERTS + "1")
                                .signed(stranger.key(SIGNER))),
                arguments(
                        "a certificate from another path",
                        good.with("paypal-cert-url", "https://api.paypal.com/x/CERT-1")
                                .signed(stranger.key(SIGNER))),
                arguments(
                        "a certificate that is another's",
                        good.with("paypal-cert-url", "https://api.paypal.com" + CERTS + "evil")
                                .signed(authority.key("messageverificationcerts.paypal.com.evil.example"))),
                arguments(
                        "a certificate that nobody vouches for",
                        good.with("paypal-cert-url", "https://api.paypal.com" + CERTS + "stranger")
                                .signed(stranger.key(SIGNER))),
                arguments("headers of a webhook on an IPN", good.without(sig).withBody(TestPayPal.IPN)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TestPayPal.IPN,
                "payment_status=Completed&receiver_id=QWERTY123&txn_id=1",
                "payment_status=Completed&business=Donate%40Example.org&txn_id=1",
                "txn_type=mp_cancel&mp_id=B-1",
                "test_ipn=0&payment_status=Refunded&receiver_email=donate%40example.org"
            })
    void asksPayPalForAnIpn(String body) throws Exception {
        var ipn = TestPayPal.ipn(body).received();
        paypal.says("POST /cgi-bin/webscr", "VERIFIED");

        assertThat(verifier("").verify(ipn)).isEqualTo(Verdict.TO_BE_ASKED);
        assertThat(asked(ipn)).isTrue();
        assertThat(paypal.asked().get(paypal.asked().size() - 1).body()).isEqualTo("cmd=_notify-validate&" + body);

        paypal.says("POST /cgi-bin/webscr", "INVALID");
        assertThat(asked(ipn)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"txn_type\":\"cart\",\"receiver_email\":\"donate@example.org\"}",
                "txn_type",
                "txn_type=",
                "cmd=_notify-validate",
                "payment_status=Completed&txn_id=1",
                "payment_status=Completed&receiver_email=",
                "payment_status=Completed&receiver_email=other%40example.org",
                "payment_status=Completed&receiver_email=donate%40example.org.evil.example",
                "payment_status=Completed&receiver_email=donate%40example.org%20",
                "payment_status=Completed&receiver_email=donate%40example.org%00",
                "payment_status=Completed&receiver_email=xdonate%40example.org",
                "payment_status=Completed&receiver_email=donate%40example.org&receiver_email=other%40example.org",
                "payment_status=Completed&Receiver_Email=donate%40example.org",
                "payment_status=Completed&receiver_email[]=donate%40example.org",
                "payment_status=Completed&receiver_id=qwerty1234",
                "payment_status=Completed&receiver_email=%zz",
                "payment_status=Completed&receiver_email=donate%40example.org&charset=no such",
                "payment_status=Completed&receiver_email=donate%40example.org&charset=klingon",
                "payment_status=Completed&receiver_email=donate%40example.org&test_ipn=1",
                "txn_type=cart&mc_gross=5.00",
                "txn_type=cart&mc_gross=5.00&payer_email=donate%40example.org",
            })
    void asksNobodyForWhatIsNoneOfOurs(String body) throws Exception {
        var ipn = TestPayPal.ipn(body).received();
        paypal.says("POST /cgi-bin/webscr", "VERIFIED");

        assertThat(verifier("").verify(ipn).kind()).isEqualTo(Verdict.Kind.FORGED);
        assertThat(asked(ipn)).isFalse();
    }

    @Test
    void takesPaymentsThatNeverHappenedInTheSandbox() {
        var ipn = TestPayPal.ipn(TestPayPal.IPN + "&test_ipn=1").received();

        assertThat(new PayPalVerifier(TestPayPal.settings(paypal.url(), "", "", true)).verify(ipn))
                .isEqualTo(Verdict.TO_BE_ASKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "verified", "VERIFIED\n", "<html>VERIFIED</html>", "ERROR"})
    void asksAgainWhenPayPalSaysNeither(String word) throws Exception {
        paypal.says("POST /cgi-bin/webscr", word);

        assertThatThrownBy(() ->
                        confirmation().verify(TestPayPal.ipn(TestPayPal.IPN).received()))
                .isInstanceOf(GatewayFailure.class);
    }

    private boolean asked(Notification notification) throws Exception {
        try {
            return confirmation().verify(notification).outcome() == Outcome.DONE;
        } catch (GatewayFailure e) {
            return false;
        }
    }

    private PayPalConfirmation confirmation() throws Exception {
        var settings = TestPayPal.settings(paypal.url(), "", TestAuthority.pem(authority.root()), false);
        return new PayPalConfirmation(settings, verifier(""), server.certificates(CLOCK), TestHttp.client());
    }

    private PayPalVerifier verifier(String certificates) {
        return new PayPalVerifier(
                TestPayPal.settings(paypal.url(), certificates, TestAuthority.pem(authority.root()), false));
    }

    private String mounted() {
        return TestAuthority.pem(authority.certificate(SIGNER));
    }
}
