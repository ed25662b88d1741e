package org.almoner.gateway.dlocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.almoner.gateway.SentNotification;
import org.almoner.gateway.Verdict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures were computed by another program. */
class DLocalVerifierTest {

    private static final String SCHEME = "V2-HMAC-SHA256, Signature: ";
    private static final String PAID = "ad9a1ea733698ac1125dc9c2a4745ad051a3fe72afa181918bea6af3deefc164";
    private static final String REFUNDED = "79fe3740d8d1fdb12be8af578cb99361c56939c60dd284a8da01a292d5de9b2d";
    private static final SentNotification GOOD = SentNotification.to(
                    "dlocal", "{\"id\":\"D-4-9ec1f0a2\",\"status\":\"PAID\"}")
            .with("x-login", "ourlogin")
            .with("x-date", "2026-09-02T10:40:00.000Z")
            .with("authorization", SCHEME + PAID);

    private final DLocalVerifier verifier = with("current-secret", "previous-secret");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"id":"D-4-9ec1f0a2","status":"PAID"} | ad9a1ea733698ac1125dc9c2a4745ad051a3fe72afa181918bea6af3deefc164
                    {"id":"D-4-9ec1f0a2","status":"PAID"} | 80ab9a85a3c4e97cc0e942cb17f0b8b878e21ae194fe0081f4955e36959a2465
                    {"id":"REF-1","payment_id":"D-4","status":"SUCCESS"} | 79fe3740d8d1fdb12be8af578cb99361c56939c60dd284a8da01a292d5de9b2d
                    {"name":"Zoë ☃"} | 9d007a5ab9fdfea1f33f0104f0bd735fdf87f79b7681d9220c16a80d5476a1f1
                    """)
    void believesWhatIsSignedByTheCurrentKeyOrTheOneBefore(String body, String signature) {
        var sent = GOOD.withBody(body).with("authorization", SCHEME + signature);

        assertThat(verifier.verify(sent.received()).kind()).isEqualTo(Kind.GENUINE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forged")
    void believesNothingElse(String what, SentNotification sent) {
        assertThat(verifier.verify(sent.received()).kind()).as(what).isEqualTo(Kind.FORGED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-02T10:44:59Z, GENUINE",
        "2026-09-02T10:45:00Z, GENUINE",
        "2026-09-02T10:45:01Z, STALE",
        "2026-09-02T10:35:00Z, GENUINE",
        "2026-09-02T10:34:59Z, STALE",
        "2027-09-02T10:40:00Z, STALE",
        "2025-09-02T10:40:00Z, STALE"
    })
    void allowsForFiveMinutesBetweenTheClocks(String receivedAt, Kind expected) {
        assertThat(verifier.verify(GOOD.at(receivedAt).received()).kind()).isEqualTo(expected);
    }

    @Test
    void isNotConfiguredWithoutASecret() {
        assertThat(with().isConfigured()).isFalse();
        assertThat(with("").isConfigured()).isFalse();
        assertThat(verifier.isConfigured()).isTrue();
    }

    static Stream<Arguments> forged() {
        return Stream.of(
                arguments("another key", signed("f".repeat(64))),
                arguments("the signature of another one", signed(REFUNDED)),
                arguments("another body", GOOD.withBody("{\"id\":\"D-4-9ec1f0a2\",\"status\":\"AUTHORIZED\"}")),
                arguments("a byte more", GOOD.withBody("{\"id\":\"D-4-9ec1f0a2\",\"status\":\"PAID\"} ")),
                arguments("no body", GOOD.withBody("")),
                arguments("truncated", signed(PAID.substring(0, 63))),
                arguments("half", signed(PAID.substring(0, 32))),
                arguments("longer", signed(PAID + "00")),
                arguments("twice", signed(PAID + PAID)),
                arguments("empty", signed("")),
                arguments("upper case", signed(PAID.toUpperCase())),
                arguments("a bit away", signed("b" + PAID.substring(1))),
                arguments("the last bit away", signed(PAID.substring(0, 63) + "5")),
                arguments("Base64", signed("rZoepzNpisERJdycKkdFrQUaP+cq+hgZGL6mrz3u/BZk")),
                arguments("blank around it", signed(" " + PAID)),
                arguments("a line more", signed(PAID + "\n")),
                arguments("a zero byte", signed(PAID + "\u0000")),
                arguments("no scheme", GOOD.with("authorization", PAID)),
                arguments("an older scheme", GOOD.with("authorization", "V1-HMAC-SHA256, Signature: " + PAID)),
                arguments("lower case scheme", GOOD.with("authorization", SCHEME.toLowerCase() + PAID)),
                arguments("null", signed("null")),
                arguments("an array", signed("[\"" + PAID + "\"]")),
                arguments("no authorization", GOOD.without("authorization")),
                arguments("no login", GOOD.without("x-login")),
                arguments("no date", GOOD.without("x-date")),
                arguments("another login", GOOD.with("x-login", "otherlogin")),
                arguments("empty login", GOOD.with("x-login", "")),
                arguments("login and date moved", moved()),
                arguments("a fresher date", GOOD.with("x-date", "2026-09-02T10:41:00.000Z")),
                arguments("a date that is none", GOOD.with("x-date", "yesterday")),
                arguments("an empty date", GOOD.with("x-date", "")));
    }

    /** What is signed reads the same. */
    private static SentNotification moved() {
        return GOOD.with("x-login", "ourlogin2").with("x-date", "026-09-02T10:40:00.000Z");
    }

    private static SentNotification signed(String signature) {
        return GOOD.with("authorization", SCHEME + signature);
    }

    private static DLocalVerifier with(String... secrets) {
        return new DLocalVerifier(new DLocalSettings("", "ourlogin", "", List.of(secrets)));
    }
}
