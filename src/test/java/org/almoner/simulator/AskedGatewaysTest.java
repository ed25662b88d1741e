package org.almoner.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import org.almoner.gateway.Gateway;
import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.PaymentReference;
import org.almoner.money.Money;
import org.almoner.notification.Notifications;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.client.RestClientAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.MapPropertySource;

/** Our clients and the simulated gateways understand each other. */
class AskedGatewaysTest {
    private static final String TXN = "000000123410000595980000100001-C1";

    private static Simulator simulator;
    private static ConfigurableApplicationContext clients;

    /** The clients of all gateways; what only jobs need is never made. */
    @ComponentScan("org.almoner.gateway")
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        RestClientAutoConfiguration.class
    })
    static class Clients {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Notifications notifications() {
            return mock(); // only asked about subscriptions
        }
    }

    @BeforeAll
    static void connect() {
        simulator = Simulator.start(0);
        var settings = new HashMap<String, Object>(simulator.settings());
        clients = new SpringApplicationBuilder(Clients.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties("spring.datasource.url=none", "spring.data.redis.url=none") // so that no store is started
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("simulator", settings)))
                .run();
    }

    @AfterAll
    static void close() {
        clients.close();
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"adyen", "amazon", "braintree", "dlocal", "gravy", "ingenico", "paypal"})
    void captureOnceAndRefund(String gateway) {
        simulator.forget();
        simulator.put(Payment.authorised(gateway, TXN, "1.1", "12.50", "EUR"));

        var captured = ask(gateway, Ask.CAPTURE);
        var again = ask(gateway, Ask.CAPTURE);
        var refunded = ask(gateway, Ask.REFUND);

        assertThat(captured.isDone()).as(captured.reason()).isTrue();
        assertThat(again.isDone()).as(again.reason()).isTrue();
        assertThat(refunded.isDone()).as(refunded.reason()).isTrue();
        assertThat(simulator.calls())
                .extracting(LoggedCall::effect)
                .contains(Effect.CAPTURED, Effect.REFUNDED)
                .doesNotContain(Effect.SECOND_CAPTURE, Effect.UNAUTHORISED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"adyen", "amazon", "braintree", "dlocal", "gravy", "ingenico", "paypal"})
    void cancel(String gateway) {
        simulator.forget();
        simulator.put(Payment.authorised(gateway, TXN, "1.1", "12.50", "EUR"));

        var cancelled = ask(gateway, Ask.CANCEL);

        assertThat(cancelled.isDone()).as(cancelled.reason()).isTrue();
        assertThat(simulator.payment(gateway, TXN).orElseThrow().state()).isEqualTo(State.CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazon", "braintree", "dlocal", "gravy", "ingenico", "paypal"})
    void sayWhatAPaymentHasComeTo(String gateway) {
        simulator.forget();
        simulator.put(Payment.authorised(gateway, TXN, "1.1", "12.50", "EUR"));
        assertThat(ask(gateway, Ask.STATUS).detail().path("state").asText()).isEqualTo("PENDING_POKE");

        ask(gateway, Ask.CAPTURE);

        assertThat(ask(gateway, Ask.STATUS).detail().path("state").asText()).isEqualTo("COMPLETE");
        assertThat(ask(gateway, Ask.STATUS).detail().path("amount").decimalValue())
                .isEqualByComparingTo("12.50");
    }

    @Test
    void askPayPalAgainWithAnotherTokenWhenTheirsIsRevoked() {
        simulator.forget();
        simulator.put(Payment.authorised("paypal", TXN, "1.1", "12.50", "EUR"));
        ask("paypal", Ask.STATUS);
        simulator.revoke("paypal");

        var captured = ask("paypal", Ask.CAPTURE);

        assertThat(captured.isDone()).as(captured.reason()).isTrue();
        assertThat(simulator.calls())
                .filteredOn(call -> call.operation() == Operation.CAPTURE)
                .extracting(LoggedCall::effect)
                .containsExactly(Effect.UNAUTHORISED, Effect.CAPTURED);
    }

    @Test
    void askPayPalNoThirdTime() {
        simulator.forget();
        simulator.fault("paypal", Fault.fail(401).only(Operation.CAPTURE));

        assertThatThrownBy(() -> ask("paypal", Ask.CAPTURE))
                .isInstanceOf(GatewayFailure.class)
                .hasMessageContaining("token");
        assertThat(simulator.calls())
                .extracting(LoggedCall::operation)
                .filteredOn(Operation.CAPTURE::equals)
                .hasSize(2);
    }

    private static GatewayAnswer ask(String name, Ask ask) {
        var gateway = clients.getBeansOfType(Gateway.class).values().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        var call = new GatewayCall(
                ask + ":" + name + ":" + TXN,
                name,
                null,
                ask,
                new PaymentReference("1.1", TXN, TXN),
                new Money(new BigDecimal("12.50"), "EUR"),
                "test",
                JsonNodeFactory.instance.objectNode());
        return switch (ask) {
            case CAPTURE -> gateway.capture(call);
            case CANCEL -> gateway.cancel(call);
            case REFUND -> gateway.refund(call);
            default -> gateway.status(call);
        };
    }
}
