package org.almoner.gateway.braintree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Stream;
import org.almoner.gateway.SentNotification;
import org.almoner.gateway.Verdict.Kind;
import org.almoner.gateway.braintree.BraintreeSettings.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures were computed by another program. */
class BraintreeVerifierTest {

    /** {@code <notification><kind>check</kind></notification>} */
    private static final String CHECK = "PG5vdGlmaWNhdGlvbj48a2luZD5jaGVjazwva2luZD48L25vdGlmaWNhdGlvbj4=";

    private static final String SIGNATURE = "6f1164e1771e3d49ef87e80dfbaf4f429ec458c9";
    private static final String WITH_NEWLINE = "b7e035f861002babd8f2e7f96ca3c2d362f78118";
    private static final String BY_PREVIOUS = "e83055b6ae85c0de3a4aef6e615f061023ab6ff5";

    private final BraintreeVerifier verifier =
            with(new KeyPair("current", "current-private"), new KeyPair("previous", "previous-private"));

    @ParameterizedTest(name = "{0}")
    @MethodSource("genuine")
    void believesOneOfOurKeys(String what, SentNotification sent) {
        assertThat(verifier.verify(sent.received()).kind()).as(what).isEqualTo(Kind.GENUINE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forged")
    void believesNothingElse(String what, SentNotification sent) {
        assertThat(verifier.verify(sent.received()).kind()).as(what).isEqualTo(Kind.FORGED);
    }

    @Test
    void isNotConfiguredWithoutAPair() {
        assertThat(with().isConfigured()).isFalse();
        assertThat(with(new KeyPair("current", "")).isConfigured()).isFalse();
        assertThat(verifier.isConfigured()).isTrue();
    }

    static Stream<Arguments> genuine() {
        return Stream.of(
                arguments("the payload", form("current|" + SIGNATURE, CHECK)),
                arguments("the payload and a newline", form("current|" + WITH_NEWLINE, CHECK)),
                arguments("the payload with its newline", form("current|" + WITH_NEWLINE, CHECK + "\n")),
                arguments("the key before", form("previous|" + BY_PREVIOUS, CHECK)),
                arguments("ours among others", form("other|00&current|" + SIGNATURE + "&third|11", CHECK)),
                arguments(
                        "another order",
                        SentNotification.to(
                                "braintree",
                                "bt_payload=" + encoded(CHECK) + "&bt_signature=" + encoded("current|" + SIGNATURE))));
    }

    static Stream<Arguments> forged() {
        return Stream.of(
                arguments("no form", SentNotification.to("braintree", "")),
                arguments("JSON", SentNotification.to("braintree", "{\"bt_signature\":\"a\"}")),
                arguments("no signature", SentNotification.to("braintree", "bt_payload=" + encoded(CHECK))),
                arguments("no payload", SentNotification.to("braintree", "bt_signature=current%7C" + SIGNATURE)),
                arguments("empty signature", form("", CHECK)),
                arguments("empty payload", form("current|" + SIGNATURE, "")),
                arguments("another key", form("current|" + "0".repeat(40), CHECK)),
                arguments("the other of our keys", form("current|" + BY_PREVIOUS, CHECK)),
                arguments("the other of our names", form("previous|" + SIGNATURE, CHECK)),
                arguments("a name that is not ours", form("other|" + SIGNATURE, CHECK)),
                arguments("no name", form("|" + SIGNATURE, CHECK)),
                arguments("no bar", form(SIGNATURE, CHECK)),
                arguments("two bars", form("current||" + SIGNATURE, CHECK)),
                arguments("the name in upper case", form("CURRENT|" + SIGNATURE, CHECK)),
                arguments("upper case", form("current|" + SIGNATURE.toUpperCase(), CHECK)),
                arguments("truncated", form("current|" + SIGNATURE.substring(0, 39), CHECK)),
                arguments("longer", form("current|" + SIGNATURE + "0", CHECK)),
                arguments("nothing after the bar", form("current|", CHECK)),
                arguments("blank around it", form("current| " + SIGNATURE, CHECK)),
                arguments("another payload", form("current|" + SIGNATURE, CHECK.replace("jaGVjazwv", "jaGVlazwv"))),
                arguments("half of the payload", form("current|" + SIGNATURE, CHECK.substring(0, 32))),
                arguments("two newlines", form("current|" + SIGNATURE, CHECK + "\n\n")),
                arguments("XML as it is", form("current|" + SIGNATURE, "<notification/>")),
                arguments("illegal characters", form("current|" + SIGNATURE, CHECK + "!")),
                arguments("Base64 for URLs", form("current|" + SIGNATURE, CHECK.replace('=', '-'))),
                arguments("a carriage return", form("current|" + SIGNATURE, CHECK + "\r\n")),
                arguments("wrong per cent", SentNotification.to("braintree", "bt_signature=%zz&bt_payload=" + CHECK)),
                arguments("two payloads", twice("bt_payload", CHECK)),
                arguments("two signatures", twice("bt_signature", "current|" + SIGNATURE)));
    }

    private static SentNotification form(String signature, String payload) {
        return SentNotification.to(
                "braintree", "bt_signature=" + encoded(signature) + "&bt_payload=" + encoded(payload));
    }

    private static SentNotification twice(String field, String value) {
        var good = form("current|" + SIGNATURE, CHECK);
        return good.withBody(new String(good.body(), UTF_8) + "&" + field + "=" + encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static BraintreeVerifier with(KeyPair... pairs) {
        return new BraintreeVerifier(new BraintreeSettings("", "", List.of(pairs)));
    }
}
