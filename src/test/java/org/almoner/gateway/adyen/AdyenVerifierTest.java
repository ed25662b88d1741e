package org.almoner.gateway.adyen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.almoner.gateway.adyen.TestItem.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.almoner.gateway.Hmac;
import org.almoner.gateway.Notification;
import org.almoner.gateway.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Only what Adyen signed is believed, item by item, byte by byte. */
class AdyenVerifierTest {

    private static final String OTHER_KEY = "00".repeat(32);

    private final AdyenVerifier verifier = new AdyenVerifier(settings("", OTHER_KEY, KEY));

    @Test
    void computesWhatAdyensExamplesSay() {
        byte[] key = HexFormat.of().parseHex(KEY);

        assertThat(Hmac.sha256(key).of("TestPayload".getBytes(UTF_8)))
                .isEqualTo(Base64.getDecoder().decode("YA9/UDjldIO4Gq68X4ATYYoEaPYH4f4k2uzBBzEF1PA="));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("genuine")
    void believesWhatAdyenSigned(String what, Notification notification) {
        assertThat(verifier.verify(notification)).as(what).isEqualTo(Verdict.GENUINE);
    }

    static Stream<Arguments> genuine() {
        return Stream.of(
                arguments(
                        "Adyen's example",
                        example("NuEkADFmlCC6VgX+wcoPAegIWxVPNBPCuKlM4Hzo5qc=").notification()),
                arguments("a payment", TestItem.of("AUTHORISATION").signed().notification()),
                arguments("a refund", refund().signed().notification()),
                arguments(
                        "by the key before",
                        TestItem.of("AUTHORISATION").signedBy(OTHER_KEY).notification()),
                arguments(
                        "two items",
                        TestItem.notification(
                                refund().signed(), TestItem.of("CAPTURE").signed())),
                arguments(
                        "a colon in our reference",
                        TestItem.of("CAPTURE")
                                .with("merchantReference", "7:1")
                                .signed()
                                .notification()),
                arguments(
                        "not ASCII",
                        TestItem.of("CAPTURE")
                                .with("merchantReference", "ß-7€")
                                .signed()
                                .notification()),
                arguments(
                        "unsigned parts that were changed",
                        refund().signed().with("reason", "whatever").notification()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forged")
    void believesNothingElse(String what, Notification notification) {
        assertThat(verifier.verify(notification)).as(what).matches(verdict -> verdict.is(Verdict.Kind.FORGED));
    }

    static Stream<Arguments> forged() {
        String signature = signed().signature();
        return Stream.of(
                arguments(
                        "another key",
                        TestItem.of("AUTHORISATION").signedBy("ab".repeat(32)).notification()),
                arguments("no signature", TestItem.of("AUTHORISATION").notification()),
                arguments("an empty one", with("")),
                arguments("a truncated one", with(signature.substring(0, 20))),
                arguments("a truncated one, padded", with(signature.substring(0, 22) + "==")),
                arguments("with something behind it", with(signature + "AAAA")),
                arguments("in another case", with(signature.toLowerCase())),
                arguments("without its padding", with(signature.replace("=", ""))),
                arguments("with a blank", with(" " + signature)),
                arguments("with a line end", with(signature + "\n")),
                arguments("of the other alphabet", withUrlAlphabet()),
                arguments("with other bits where none are read", with(withOtherRest(signature))),
                arguments(
                        "in hexadecimal digits",
                        with(HexFormat.of().formatHex(Base64.getDecoder().decode(signature)))),
                arguments("of another item", with(refund().signed().signature())),
                arguments("of the text of the key", with(byTextOfTheKey())),
                arguments(
                        "another payment",
                        signed().with("pspReference", "Q7K2M9XW4TBN8R66").notification()),
                arguments(
                        "in another case itself",
                        signed().with("pspReference", "q7k2m9xw4tbn8r65").notification()),
                arguments("another amount", signed().of(1251, "EUR").notification()),
                arguments("another currency", signed().of(1250, "JPY").notification()),
                arguments("another event", signed().with("eventCode", "CAPTURE").notification()),
                arguments("another outcome", signed().with("success", "false").notification()),
                arguments(
                        "another account",
                        signed().with("merchantAccountCode", "Other").notification()),
                arguments(
                        "another order",
                        signed().with("merchantReference", "231448907.2").notification()),
                arguments(
                        "a parent that was added",
                        signed().with("originalReference", "X").notification()),
                arguments(
                        "success as a flag",
                        signed().with("success", BooleanNode.TRUE).notification()),
                arguments("an amount as text", withAmount(new TextNode("1250"))),
                arguments("an amount with a point", withAmount(JsonNodeFactory.instance.numberNode(1250.0))),
                arguments("an order as a number", orderAsNumber()),
                arguments(
                        "an order as a list",
                        signed().with("merchantReference", list()).notification()),
                arguments("a signature as a list", signatureAsList()),
                arguments("an item as a list", TestItem.body("{\"notificationItems\":[[]]}")),
                arguments("cut at another colon", cutElsewhere()),
                arguments(
                        "one bad item among good ones",
                        TestItem.notification(signed(), TestItem.of("CAPTURE"), signed())),
                arguments("a field twice", twice()),
                arguments("no items", TestItem.body("{\"live\":\"true\",\"notificationItems\":[]}")),
                arguments("nothing", TestItem.body("")),
                arguments("no JSON", TestItem.body("notificationItems=1")),
                arguments(
                        "something behind it",
                        TestItem.body(signed().notification().text() + "{}")),
                arguments("a list", TestItem.body("[" + signed().notification().text() + "]")));
    }

    @Test
    void believesOnlyWhoIsLoggedInWhereAdyenLogsIn() {
        var strict = new AdyenVerifier(settings("adyen", KEY));
        var notification = signed().notification();

        assertThat(strict.verify(loggedIn(notification, "adyen:secret"))).isEqualTo(Verdict.GENUINE);
        assertThat(Stream.of(notification, loggedIn(notification, "adyen:Secret"), loggedIn(notification, "adyen:")))
                .allMatch(other -> strict.verify(other).is(Verdict.Kind.FORGED));
    }

    @Test
    void believesNobodyWithoutAKey() {
        var none = new AdyenVerifier(settings(""));

        assertThat(none.isConfigured()).isFalse();
        assertThat(none.verify(signed().notification()).is(Verdict.Kind.FORGED)).isTrue();
    }

    @Test
    void tellsNothingOfAKeyThatIsWrong() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new AdyenVerifier(settings("", "my secret key")))
                .withMessageContaining("almoner.gateway.adyen.hmac-keys")
                .withMessageNotContaining("secret");
        assertThat(settings("adyen", KEY).toString()).doesNotContain(KEY).doesNotContain("secret");
    }

    private static TestItem signed() {
        return TestItem.of("AUTHORISATION").signed();
    }

    private static TestItem refund() {
        return TestItem.of("REFUND")
                .with("originalReference", "Q7K2M9XW4TBN8R65")
                .with("pspReference", "REFUND1");
    }

    private static TestItem example(String signature) {
        return TestItem.of("REPORT_AVAILABLE")
                .with("pspReference", "test_REPORT_AVAILABLE")
                .with("merchantAccountCode", "Magento2Rik")
                .with("merchantReference", "testMerchantRef1")
                .of(0, "EUR")
                .additional("hmacSignature", signature);
    }

    private static Notification with(String signature) {
        return TestItem.of("AUTHORISATION")
                .additional("hmacSignature", signature)
                .notification();
    }

    /** Some amount below a thousand has one of the two characters in which the alphabets differ. */
    private static Notification withUrlAlphabet() {
        var item = Stream.iterate(1L, value -> value < 1000, value -> value + 1)
                .map(value -> TestItem.of("AUTHORISATION").of(value, "EUR").signed())
                .filter(signed -> signed.signature().matches(".*[+/].*"))
                .findFirst()
                .orElseThrow();
        String other = item.signature().replace('+', '-').replace('/', '_');
        return item.additional("hmacSignature", other).notification();
    }

    /** 32 bytes leave two bits of the last character unused. */
    private static String withOtherRest(String signature) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        int last = alphabet.indexOf(signature.charAt(42));
        return signature.substring(0, 42) + alphabet.charAt(last | 1) + "=";
    }

    private static String byTextOfTheKey() {
        return Base64.getEncoder()
                .encodeToString(Hmac.sha256(KEY)
                        .of("Q7K2M9XW4TBN8R65::ExampleCOM:231448907.1:1250:EUR:AUTHORISATION:true".getBytes(UTF_8)));
    }

    private static Notification withAmount(JsonNode value) {
        var item = signed();
        item.fields.putObject("amount").put("currency", "EUR").set("value", value);
        return item.notification();
    }

    private static Notification orderAsNumber() {
        return TestItem.of("AUTHORISATION")
                .with("merchantReference", new IntNode(231448907))
                .signed()
                .notification();
    }

    private static JsonNode list() {
        return JsonNodeFactory.instance.arrayNode().add("231448907.1");
    }

    private static Notification signatureAsList() {
        var item = signed();
        item.fields
                .putObject("additionalData")
                .set("hmacSignature", JsonNodeFactory.instance.arrayNode().add(signed().signature()));
        return item.notification();
    }

    /** The same signed text: "A:B" + "C" is "A" + "B:C". */
    private static Notification cutElsewhere() {
        var genuine = TestItem.of("CAPTURE").with("merchantReference", "7:100").signed();
        return TestItem.of("CAPTURE")
                .with("originalReference", "ExampleCOM")
                .with("pspReference", "Q7K2M9XW4TBN8R65:")
                .with("merchantAccountCode", "7")
                .with("merchantReference", "100")
                .additional("hmacSignature", genuine.signature())
                .notification();
    }

    private static Notification twice() {
        return TestItem.body(signed().notification()
                .text()
                .replace("\"success\":\"true\"", "\"success\":\"false\",\"success\":\"true\""));
    }

    private static Notification loggedIn(Notification notification, String credentials) {
        String basic = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
        return new Notification(
                notification.id(),
                "adyen",
                notification.receivedAt(),
                null,
                Map.of("authorization", basic),
                notification.body());
    }

    private static AdyenSettings settings(String user, String... keys) {
        return new AdyenSettings("", Map.of(), List.of(keys), user, "secret", false, List.of(), List.of(), Set.of());
    }
}
