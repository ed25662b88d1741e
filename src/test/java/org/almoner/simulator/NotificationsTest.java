package org.almoner.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;
import org.almoner.simulator.TestListener.Got;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the simulator sends to listeners, verified as each gateway's documentation says. */
class NotificationsTest {

    @RegisterExtension
    private final TestGateways gateways = new TestGateways();

    private final TestListener listener = new TestListener();

    @BeforeEach
    void listen() {
        gateways.simulator().notify(listener.url());
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    @ParameterizedTest
    @CsvSource({
        "test_REPORT_AVAILABLE::Magento2Rik:testMerchantRef1:0:EUR:REPORT_AVAILABLE:true,"
                + " NuEkADFmlCC6VgX+wcoPAegIWxVPNBPCuKlM4Hzo5qc=",
        "TestPayload, YA9/UDjldIO4Gq68X4ATYYoEaPYH4f4k2uzBBzEF1PA="
    })
    void signsAsAdyenDoes(String data, String signature) {
        var key = HexFormat.of().parseHex(AdyenNotification.HMAC_KEY);

        assertThat(Hmac.base64("HmacSHA256", key, data)).isEqualTo(signature);
    }

    @Test
    void adyenTellsOfACaptureByItself() {
        gateways.simulator().put(Payment.authorised("adyen", "PSP1", "1.1", "12.50", "EUR"));
        var reply = gateways.post(
                "/adyen/v71/payments/PSP1/captures",
                "{\"amount\": {\"currency\": \"EUR\", \"value\": 1250}}",
                "X-API-Key",
                SimulatedAdyen.API_KEY);

        var got = first();

        assertThat(got.path()).isEqualTo("/listeners/adyen");
        var item = "/notificationItems/0/NotificationRequestItem";
        var signed = "%s:PSP1:SimulatedCOM:1.1:1250:EUR:CAPTURE:true".formatted(reply.text("/pspReference"));
        var key = HexFormat.of().parseHex(AdyenNotification.HMAC_KEY);
        assertThat(got.text(item + "/pspReference")).isEqualTo(reply.text("/pspReference"));
        assertThat(got.text(item + "/additionalData/hmacSignature")).isEqualTo(Hmac.base64("HmacSHA256", key, signed));
    }

    @Test
    void dlocalSignsLoginTimeAndBody() {
        var got = told("dlocal", Event.CAPTURED);

        assertThat(got.text("/status")).isEqualTo("PAID");
        assertThat(got.header("Authorization"))
                .isEqualTo("V2-HMAC-SHA256, Signature: "
                        + Hmac.hex(
                                "HmacSHA256",
                                Hmac.bytes(SimulatedDlocal.SECRET),
                                got.header("X-Login") + got.header("X-Date") + got.body()));
    }

    @Test
    void ingenicoSignsTheBody() {
        var got = told("ingenico", Event.CAPTURED);

        assertThat(got.text("/type")).isEqualTo("payment.captured");
        assertThat(got.header("X-GCS-KeyId")).isEqualTo(IngenicoNotification.KEY_ID);
        assertThat(got.header("X-GCS-Signature"))
                .isEqualTo(Hmac.base64("HmacSHA256", Hmac.bytes(IngenicoNotification.KEY), got.body()));
    }

    @Test
    void braintreeSignsThePayload() throws Exception {
        var form = told("braintree", Event.CAPTURED).form();
        var payload = form.getOrDefault("bt_payload", "");

        var key = MessageDigest.getInstance("SHA-1").digest(Hmac.bytes(SimulatedBraintree.PRIVATE_KEY));
        assertThat(form)
                .containsEntry(
                        "bt_signature", SimulatedBraintree.PUBLIC_KEY + "|" + Hmac.hex("HmacSHA1", key, payload));
        assertThat(new String(Base64.getMimeDecoder().decode(payload), StandardCharsets.UTF_8))
                .contains("<kind>transaction_settled</kind>", "<id>pay-1</id>");
    }

    @Test
    void gravyShowsItsPassword() {
        var got = told("gravy", Event.CAPTURED);

        assertThat(got.text("/target/status")).isEqualTo("capture_succeeded");
        assertThat(got.header("Authorization"))
                .isEqualTo(TestGateways.basic(GravyNotification.USER, GravyNotification.PASSWORD));
    }

    @Test
    void snsSignsLinesWithACertificateOfTheAuthority() throws Exception {
        var got = told("amazon", Event.CAPTURED);

        var lines = new StringBuilder();
        for (var name : new String[] {"Message", "MessageId", "Timestamp", "TopicArn", "Type"}) {
            lines.append(name).append('\n').append(got.text("/" + name)).append('\n');
        }
        assertThat(isSigned(Certificates.SNS, lines.toString(), got.text("/Signature")))
                .isTrue();
    }

    @Test
    void payPalSignsIdTimeReceiverAndSum() throws Exception {
        var payment =
                Payment.authorised("paypal", "pay-1", "1.1", "12.50", "USD").in(State.CAPTURED);
        gateways.simulator().tellByWebhook(payment, Event.CAPTURED, Forgery.NONE);
        var got = first();

        var sum = new CRC32();
        sum.update(Hmac.bytes(got.body()));
        var signed = got.header("PAYPAL-TRANSMISSION-ID") + "|" + got.header("PAYPAL-TRANSMISSION-TIME")
                + "|WH-SIMULATED|" + sum.getValue();
        assertThat(isSigned(Certificates.PAYPAL, signed, got.header("PAYPAL-TRANSMISSION-SIG")))
                .isTrue();
        assertThat(got.text("/resource/amount/value")).isEqualTo("12.50");
    }

    @Test
    void payPalConfirmsWhatItSentByteByByte() {
        var ipn = told("paypal", Event.CAPTURED).body();

        assertThat(postBack("cmd=_notify-validate&" + ipn)).isEqualTo("VERIFIED");
        assertThat(postBack(ipn + "&cmd=_notify-validate")).isEqualTo("INVALID");
        assertThat(postBack("cmd=_notify-validate&" + ipn.replace("12.50", "13.50")))
                .isEqualTo("INVALID");
    }

    @ParameterizedTest
    @CsvSource({"adyen", "paypal", "amazon", "ingenico", "dlocal", "gravy", "braintree"})
    void forgesWhatNobodyMayBelieve(String gateway) {
        var honest = told(gateway, Event.CAPTURED);
        for (var forgery : new Forgery[] {Forgery.WRONG_KEY, Forgery.UNSIGNED, Forgery.TRUNCATED}) {
            int before = listener.got().size();
            gateways.simulator().tell(payment(gateway), Event.CAPTURED, forgery);
            await().until(() -> listener.got().size() > before);

            var forged = listener.got().get(before);
            assertThat(Map.of(forged.headers(), forged.body())).isNotEqualTo(Map.of(honest.headers(), honest.body()));
        }
    }

    @Test
    void triesAgainUntilItIsAccepted() {
        listener.refuse(2);
        int number = gateways.simulator()
                .tell(payment("adyen"), Event.AUTHORISED, Forgery.NONE)
                .orElseThrow();

        await().until(() -> gateways.simulator().deliveries().stream().anyMatch(Delivery::isAccepted));
        assertThat(listener.got()).hasSize(3).extracting(Got::body).containsOnly(first().body());

        gateways.simulator().replay(number);
        await().until(() -> listener.got().size() == 4);
        assertThat(listener.got().get(3).body()).isEqualTo(first().body());
    }

    @Test
    void tellsTwiceWhenToldTo() {
        gateways.simulator().put(Payment.authorised("adyen", "PSP1", "1.1", "12.50", "EUR"));
        gateways.simulator().fault("adyen", Fault.of(Fault.Kind.TWICE).times(1));

        gateways.post("/adyen/v71/payments/PSP1/captures", "{}", "X-API-Key", SimulatedAdyen.API_KEY);

        await().until(() -> listener.got().size() == 2);
        assertThat(listener.got().get(1).body()).isEqualTo(listener.got().get(0).body());
    }

    private Got told(String gateway, Event event) {
        gateways.simulator().tell(payment(gateway), event, Forgery.NONE);
        return first();
    }

    private Got first() {
        await().until(() -> !listener.got().isEmpty());
        return listener.got().get(0);
    }

    private static Payment payment(String gateway) {
        return Payment.authorised(gateway, "pay-1", "1.1", "12.50", "USD").in(State.CAPTURED);
    }

    private String postBack(String body) {
        return gateways.post("/paypal/cgi-bin/webscr", body).body();
    }

    private static boolean isSigned(Certificates who, String data, String signature) throws Exception {
        var certificate = certificate(who.chain());
        certificate.verify(certificate(Certificates.authority()).getPublicKey());
        var check = Signature.getInstance("SHA256withRSA");
        check.initVerify(certificate);
        check.update(Hmac.bytes(data));
        return check.verify(Base64.getDecoder().decode(signature));
    }

    private static X509Certificate certificate(String pem) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(Hmac.bytes(pem)));
    }
}
