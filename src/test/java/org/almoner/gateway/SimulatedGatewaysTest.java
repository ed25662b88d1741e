package org.almoner.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.almoner.gateway.GatewayAnswer.Outcome;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.PaymentStatus.State;
import org.almoner.gateway.Verdict.Kind;
import org.almoner.money.Money;
import org.almoner.simulator.Effect;
import org.almoner.simulator.Event;
import org.almoner.simulator.Forgery;
import org.almoner.simulator.Payment;
import org.almoner.simulator.Simulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Gateways' clients and verifiers, against the gateways of the simulator, which were written without knowing them. */
class SimulatedGatewaysTest {

    private static final Simulator SIMULATOR = Simulator.start(0);
    private static final Simulator TELLER = Simulator.start(0); // the other one tells of captures unasked
    private static final TestGateway LISTENER = new TestGateway();
    private static final AnnotationConfigApplicationContext BEANS = new AnnotationConfigApplicationContext();
    private static final AtomicInteger PAYMENTS = new AtomicInteger();

    @BeforeAll
    static void connect() {
        TELLER.notify(LISTENER.url());
        Map<String, Object> settings = new HashMap<>(SIMULATOR.settings());
        BEANS.getEnvironment().getPropertySources().addFirst(new MapPropertySource("simulator", settings));
        BEANS.registerBean(GatewayJson.class, TestGateway::json);
        BEANS.registerBean(GatewayHttp.class, TestGateway::http);
        BEANS.registerBean(SafeFetch.class);
        BEANS.registerBean(ReportFolder.class, () -> new ReportFolder(new ReportSettings(Path.of("target/reports"))));
        BEANS.registerBean(Clock.class, Clock::systemUTC);
        var scanner = new ClassPathBeanDefinitionScanner(BEANS, false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Gateway.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(Verifier.class));
        scanner.scan(gateways().map(name -> "org.almoner.gateway." + name).toArray(String[]::new));
        BEANS.refresh();
    }

    @AfterAll
    static void stop() {
        BEANS.close();
        LISTENER.close();
        TELLER.close();
        SIMULATOR.close();
    }

    static Stream<String> gateways() {
        return Stream.of("braintree", "dlocal", "gravy", "ingenico");
    }

    @ParameterizedTest
    @MethodSource("gateways")
    void capturesOnceHoweverOftenItIsAsked(String name) {
        var payment = authorised(name);
        var gateway = gateway(name);

        assertThat(state(gateway, payment)).isEqualTo(State.PENDING_POKE);
        assertThat(gateway.capture(call(Ask.CAPTURE, payment)).outcome()).isEqualTo(Outcome.DONE);
        assertThat(gateway.capture(call(Ask.CAPTURE, payment)).outcome()).isEqualTo(Outcome.DONE);

        assertThat(effects(payment)).containsOnlyOnce(Effect.CAPTURED).doesNotContain(Effect.SECOND_CAPTURE);
        assertThat(state(gateway, payment)).isEqualTo(State.COMPLETE);
        assertThat(captured(payment)).isEqualByComparingTo("12.50");
    }

    @ParameterizedTest
    @MethodSource("gateways")
    void cancelsWhatIsAuthorised(String name) {
        var payment = authorised(name);

        assertThat(gateway(name).cancel(call(Ask.CANCEL, payment)).outcome()).isEqualTo(Outcome.DONE);

        assertThat(effects(payment)).contains(Effect.CANCELLED);
        assertThat(state(gateway(name), payment)).isEqualTo(State.CANCELLED);
    }

    @ParameterizedTest
    @MethodSource("gateways")
    void refundsWhatIsCaptured(String name) {
        var payment = authorised(name).in(org.almoner.simulator.State.CAPTURED);
        SIMULATOR.put(payment);

        var answer = gateway(name).refund(call(Ask.REFUND, payment));

        assertThat(answer.detail().path("gateway_refund_id").asText()).isNotEmpty();
        assertThat(effects(payment)).containsOnlyOnce(Effect.REFUNDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dlocal", "gravy", "ingenico"})
    void findsTheTokenOfAPayment(String name) {
        var payment = authorised(name);

        var answer = gateway(name).tokenise(call(Ask.TOKENISE, payment));

        assertThat(answer.detail().path("recurring_payment_token").asText()).isEqualTo(payment.token());
    }

    @ParameterizedTest
    @MethodSource("told")
    void believesOnlyWhatTheGatewayTells(String name, Forgery forgery) {
        var payment = authorised(name).in(org.almoner.simulator.State.CAPTURED);
        int before = LISTENER.asked().size();
        LISTENER.says("POST /listeners/" + name, 200, "text/plain", "");

        TELLER.put(payment);
        TELLER.tell(payment, Event.CAPTURED, forgery);

        await().until(() -> LISTENER.asked().size() > before);
        var kind = verifier(name).verify(received(name)).kind();
        assertThat(kind == Kind.GENUINE).isEqualTo(forgery == Forgery.NONE);
    }

    static Stream<Arguments> told() {
        return Stream.concat(
                gateways().flatMap(name -> Stream.of(Forgery.NONE, Forgery.WRONG_KEY, Forgery.UNSIGNED)
                        .map(forgery -> Arguments.of(name, forgery))),
                Stream.of(
                        Arguments.of("dlocal", Forgery.OLD),
                        Arguments.of("dlocal", Forgery.EARLY),
                        Arguments.of("dlocal", Forgery.ALTERED),
                        Arguments.of("ingenico", Forgery.ALTERED),
                        Arguments.of("ingenico", Forgery.TRUNCATED),
                        Arguments.of("braintree", Forgery.TRUNCATED)));
    }

    private static Notification received(String name) {
        var asked = LISTENER.lastAsked();
        var sent = SentNotification.to(name, asked.body())
                .at(Clock.systemUTC().instant().toString());
        for (String header : verifier(name).headers()) {
            String value = asked.headers().getFirst(header);
            sent = value == null ? sent : sent.with(header.toLowerCase(Locale.ROOT), value);
        }
        return sent.received();
    }

    private static Payment authorised(String gateway) {
        int number = PAYMENTS.incrementAndGet();
        var payment = Payment.authorised(gateway, "p-" + number, number + ".1", "12.50", "USD");
        SIMULATOR.put(payment);
        return payment;
    }

    private static State state(Gateway gateway, Payment payment) {
        var detail = gateway.status(call(Ask.STATUS, payment)).detail();
        return TestGateway.json().read(detail, PaymentStatus.class).state();
    }

    private static BigDecimal captured(Payment payment) {
        return SIMULATOR.payment(payment.gateway(), payment.id()).orElseThrow().captured();
    }

    private static Stream<Effect> effects(Payment payment) {
        return SIMULATOR.calls().stream()
                .filter(call -> call.payment().equals(payment.id()))
                .map(call -> call.effect());
    }

    private static GatewayCall call(Ask ask, Payment payment) {
        return TestGateway.call(payment.gateway(), ask, payment.id(), new Money(payment.amount(), payment.currency()));
    }

    private static Gateway gateway(String name) {
        return BEANS.getBeansOfType(Gateway.class).values().stream()
                .filter(gateway -> gateway.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Verifier verifier(String name) {
        return BEANS.getBeansOfType(Verifier.class).values().stream()
                .filter(verifier -> verifier.gateway().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
