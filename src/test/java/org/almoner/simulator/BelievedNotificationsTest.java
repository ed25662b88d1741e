package org.almoner.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.almoner.gateway.Verdict;
import org.almoner.gateway.Verifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;

/** What the simulator signs is what our verifiers believe, and what it forges is what they do not. */
class BelievedNotificationsTest {
    private static final Instant NOW = Instant.parse("2026-12-01T20:00:00Z");

    private static ConfigurableApplicationContext verifiers;

    /** As a listener has them: nothing but verifiers and their settings. */
    @ComponentScan(
            basePackages = "org.almoner.gateway",
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Verifier.class))
    static class Verifiers {}

    @BeforeAll
    static void connect() {
        var settings = new TreeMap<String, Object>(Simulator.settings(1));
        settings.put("almoner.gateway.amazon.certificates", Certificates.SNS.chain());
        settings.put("almoner.gateway.paypal.certificates", Certificates.PAYPAL.chain());
        verifiers = new SpringApplicationBuilder(Verifiers.class)
                .web(WebApplicationType.NONE)
                .properties("spring.datasource.url=none", "spring.data.redis.url=none") // so that no store is started
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("simulator", settings)))
                .run();
    }

    @AfterAll
    static void close() {
        verifiers.close();
    }

    static List<String> gateways() {
        return verifiers.getBeansOfType(Verifier.class).values().stream()
                .map(Verifier::gateway)
                .sorted()
                .toList();
    }

    @Test
    void areOfEveryGateway() {
        assertThat(gateways()).containsExactly("adyen", "amazon", "braintree", "dlocal", "gravy", "ingenico", "paypal");
    }

    @ParameterizedTest
    @MethodSource("gateways")
    void areBelieved(String gateway) {
        var expected = gateway.equals("paypal") ? Verdict.Kind.TO_BE_ASKED : Verdict.Kind.GENUINE;

        assertThat(verdict(gateway, Forgery.NONE, false)).isEqualTo(expected);
    }

    @Test
    void areBelievedOfPayPalsWebhooksToo() {
        assertThat(verdict("paypal", Forgery.NONE, true)).isEqualTo(Verdict.Kind.GENUINE);
        assertThat(verdict("paypal", Forgery.WRONG_KEY, true)).isNotEqualTo(Verdict.Kind.GENUINE);
        assertThat(verdict("paypal", Forgery.ALTERED, true)).isNotEqualTo(Verdict.Kind.GENUINE);
    }

    @ParameterizedTest
    @MethodSource("gateways")
    void areNotBelievedWithoutTheRightKey(String gateway) {
        assertThat(verdict(gateway, Forgery.WRONG_KEY, false)).isNotEqualTo(Verdict.Kind.GENUINE);
        assertThat(verdict(gateway, Forgery.UNSIGNED, false)).isNotEqualTo(Verdict.Kind.GENUINE);
    }

    /** But for Gravy, which signs nothing. */
    @ParameterizedTest
    @CsvSource({"adyen", "amazon", "braintree", "dlocal", "ingenico", "paypal"})
    void areNotBelievedWhenSomethingWasChanged(String gateway) {
        assertThat(verdict(gateway, Forgery.TRUNCATED, false)).isNotEqualTo(Verdict.Kind.GENUINE);
        assertThat(verdict(gateway, Forgery.ALTERED, false)).isNotEqualTo(Verdict.Kind.GENUINE);
    }

    @ParameterizedTest
    @CsvSource({"amazon", "dlocal"})
    void areNotBelievedLongBeforeOrAfterTheyWereSigned(String gateway) {
        assertThat(verdict(gateway, Forgery.OLD, false)).isEqualTo(Verdict.Kind.STALE);
        assertThat(verdict(gateway, Forgery.EARLY, false)).isEqualTo(Verdict.Kind.STALE);
    }

    private static Verdict.Kind verdict(String name, Forgery forgery, boolean webhook) {
        var gateway = Gateways.all(new Payments()).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        var payment = Payment.authorised(name, "pay-1", "1.1", "12.50", "USD").in(State.CAPTURED);
        var news = new News(payment, Event.CAPTURED, forgery, webhook, NOW, "http://127.0.0.1:1/" + name);
        var notification = forgery.forge(Objects.requireNonNull(gateway.tell(news)));
        return verifier(name).verify(received(name, notification)).kind();
    }

    private static Verifier verifier(String gateway) {
        return verifiers.getBeansOfType(Verifier.class).values().stream()
                .filter(each -> each.gateway().equals(gateway))
                .findFirst()
                .orElseThrow();
    }

    private static org.almoner.gateway.Notification received(String gateway, Notification sent) {
        Map<String, String> headers = new TreeMap<>();
        sent.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        headers.keySet().retainAll(verifier(gateway).headers());
        return new org.almoner.gateway.Notification("1", gateway, NOW, "127.0.0.1", headers, sent.body());
    }
}
