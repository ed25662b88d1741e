package org.almoner.gateway.ingenico;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.almoner.gateway.SentNotification;
import org.almoner.gateway.Verdict.Kind;
import org.almoner.gateway.ingenico.IngenicoSettings.WebhookKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures were computed by another program. */
class IngenicoVerifierTest {

    private static final String CAPTURED = "B46QSvcLHA3i2X+o/S44dx8Kj3cwVy1pn/Z4KUAGFpo=";
    private static final String BY_PREVIOUS = "f1REKUS68Hg2PcqlVpDyFj+23Gev9iCs5eEh2G1d5oE=";
    private static final SentNotification GOOD = SentNotification.to("ingenico", "{\"type\":\"payment.captured\"}")
            .with("x-gcs-keyid", "key-2")
            .with("x-gcs-signature", CAPTURED);

    private final IngenicoVerifier verifier =
            with(new WebhookKey("key-2", "current-secret"), new WebhookKey("key-1", "previous-secret"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"type":"payment.captured"} | key-2 | B46QSvcLHA3i2X+o/S44dx8Kj3cwVy1pn/Z4KUAGFpo=
                    {"type":"payment.captured"} | key-1 | f1REKUS68Hg2PcqlVpDyFj+23Gev9iCs5eEh2G1d5oE=
                    {"name":"Zoë ☃"}            | key-2 | GcKseOiL/1Cs0XcbkU2zSDRfF1Q/NujWrnQv4QDtqHc=
                    {"name":"Zoë ☃"}            | key-1 | Dp/iGtoKpZI0iqgBOIv8muTMYN7jtyPZcxGkkPmSOE8=
                    """)
    void believesWhatIsSignedByTheKeyThatItNames(String body, String key, String signature) {
        var sent = GOOD.withBody(body).with("x-gcs-keyid", key).with("x-gcs-signature", signature);

        assertThat(verifier.verify(sent.received()).kind()).isEqualTo(Kind.GENUINE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forged")
    void believesNothingElse(String what, SentNotification sent) {
        assertThat(verifier.verify(sent.received()).kind()).as(what).isEqualTo(Kind.FORGED);
    }

    @Test
    void isNotConfiguredWithoutAKey() {
        assertThat(with().isConfigured()).isFalse();
        assertThat(with(new WebhookKey("key-1", "")).isConfigured()).isFalse();
        assertThat(verifier.isConfigured()).isTrue();
    }

    static Stream<Arguments> forged() {
        return Stream.of(
                arguments("another key", signed("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")),
                arguments("the other of our keys", signed(BY_PREVIOUS)),
                arguments("the other key named", GOOD.with("x-gcs-keyid", "key-1")),
                arguments("an unknown key named", GOOD.with("x-gcs-keyid", "key-3")),
                arguments("no key named", GOOD.with("x-gcs-keyid", "")),
                arguments("the key in upper case", GOOD.with("x-gcs-keyid", "KEY-2")),
                arguments("both keys named", GOOD.with("x-gcs-keyid", "key-2,key-1")),
                arguments("no key", GOOD.without("x-gcs-keyid")),
                arguments("no signature", GOOD.without("x-gcs-signature")),
                arguments("neither", GOOD.without("x-gcs-signature").without("x-gcs-keyid")),
                arguments("the signature of another one", signed("GcKseOiL/1Cs0XcbkU2zSDRfF1Q/NujWrnQv4QDtqHc=")),
                arguments("another body", GOOD.withBody("{\"type\":\"payment.refunded\"}")),
                arguments("a blank more", GOOD.withBody("{\"type\": \"payment.captured\"}")),
                arguments("a line more", GOOD.withBody("{\"type\":\"payment.captured\"}\n")),
                arguments("no body", GOOD.withBody("")),
                arguments("empty", signed("")),
                arguments("truncated", signed(CAPTURED.substring(0, 43))),
                arguments("half", signed(CAPTURED.substring(0, 22))),
                arguments("twice", signed(CAPTURED + CAPTURED)),
                arguments("upper case", signed(CAPTURED.toUpperCase())),
                arguments("Base64 for URLs", signed(CAPTURED.replace('+', '-').replace('/', '_'))),
                arguments("Base64 with other last bits", signed(CAPTURED.replace("po=", "pp="))),
                arguments("Base64 in lines", signed(CAPTURED.substring(0, 20) + "\n" + CAPTURED.substring(20))),
                arguments("hexadecimal", signed("078e904af70b1c0de2d97fa8fd2e38771f0a8f7730572d699ff6782940061")),
                arguments("blank around it", signed(" " + CAPTURED)),
                arguments("two of them", signed(CAPTURED + "," + BY_PREVIOUS)),
                arguments("null", signed("null")),
                arguments("an array", signed("[\"" + CAPTURED + "\"]")));
    }

    private static SentNotification signed(String signature) {
        return GOOD.with("x-gcs-signature", signature);
    }

    private static IngenicoVerifier with(WebhookKey... keys) {
        return new IngenicoVerifier(
                new IngenicoSettings("", "", "", "", List.of(keys), new IngenicoRisk(Map.of(), Map.of())));
    }
}
