package org.almoner.gateway.gravy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.almoner.gateway.SentNotification;
import org.almoner.gateway.Verdict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GravyVerifierTest {

    private static final String CURRENT = "Z3Jhdnk6Y3VycmVudA=="; // gravy:current
    private static final SentNotification GOOD =
            SentNotification.to("gravy", "{\"type\":\"event\"}").with("authorization", "Basic " + CURRENT);

    private final GravyVerifier verifier = with("gravy:current", "gravy:previous", "grävy:p:w");

    @ParameterizedTest
    @ValueSource(strings = {CURRENT, "Z3Jhdnk6cHJldmlvdXM=", "Z3LDpHZ5OnA6dw=="})
    void believesWhoeverKnowsTheCurrentPasswordOrTheOneBefore(String user) {
        var sent = GOOD.with("authorization", "Basic " + user);

        assertThat(verifier.verify(sent.received()).kind()).isEqualTo(Kind.GENUINE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forged")
    void believesNobodyElse(String what, SentNotification sent) {
        assertThat(verifier.verify(sent.received()).kind()).as(what).isEqualTo(Kind.FORGED);
    }

    @Test
    void isNotConfiguredWithoutAPassword() {
        assertThat(with().isConfigured()).isFalse();
        assertThat(with("", "gravy", ":").isConfigured()).isFalse();
        assertThat(verifier.isConfigured()).isTrue();
    }

    static Stream<Arguments> forged() {
        return Stream.of(
                arguments("no header", GOOD.without("authorization")),
                arguments("empty", GOOD.with("authorization", "")),
                arguments("the scheme alone", GOOD.with("authorization", "Basic ")),
                arguments("no scheme", GOOD.with("authorization", CURRENT)),
                arguments("another scheme", GOOD.with("authorization", "Bearer " + CURRENT)),
                arguments("the scheme in lower case", GOOD.with("authorization", "basic " + CURRENT)),
                arguments("two blanks", GOOD.with("authorization", "Basic  " + CURRENT)),
                arguments("not encoded", GOOD.with("authorization", "Basic gravy:current")),
                arguments("encoded twice", basic("WjNKaGRuazZZM1Z5Y21WdWRBPT0=")),
                arguments("gravy:wrong", basic("Z3Jhdnk6d3Jvbmc=")),
                arguments("gravy:curren", basic("Z3Jhdnk6Y3VycmVu")),
                arguments("gravy:current!", basic("Z3Jhdnk6Y3VycmVudCE=")),
                arguments("gravy:CURRENT", basic("Z3Jhdnk6Q1VSUkVOVA==")),
                arguments("Gravy:current", basic("R3Jhdnk6Y3VycmVudA==")),
                arguments("another user", basic("b3RoZXI6Y3VycmVudA==")),
                arguments("no user", basic("OmN1cnJlbnQ=")),
                arguments("no password", basic("Z3Jhdnk6")),
                arguments("no colon", basic("Z3Jhdnk=")),
                arguments("the user of one, the password of another", basic("Z3LDpHZ5OmN1cnJlbnQ=")),
                arguments("in Latin 1", basic("Z3Lkdnk6cDp3")),
                arguments("without padding", basic("Z3Jhdnk6Y3VycmVudA")),
                arguments("too much padding", basic(CURRENT + "=")),
                arguments("other last bits", basic("Z3Jhdnk6Y3VycmVudB==")),
                arguments("in two lines", basic("Z3Jhdnk6\nY3VycmVudA==")),
                arguments("blank after it", basic(CURRENT + " ")),
                arguments("two of them", basic(CURRENT + "," + CURRENT)),
                arguments("a zero byte", basic(CURRENT + "\u0000")));
    }

    private static SentNotification basic(String user) {
        return GOOD.with("authorization", "Basic " + user);
    }

    private static GravyVerifier with(String... users) {
        return new GravyVerifier(new GravySettings(
                "", "default", "", "", List.of(users), "", List.of(), false, new GravyRisk(Map.of(), Map.of())));
    }
}
