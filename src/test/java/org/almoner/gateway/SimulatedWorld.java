package org.almoner.gateway;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.almoner.Almoner;
import org.almoner.simulator.Delivery;
import org.almoner.simulator.Effect;
import org.almoner.simulator.Event;
import org.almoner.simulator.Forgery;
import org.almoner.simulator.LoggedCall;
import org.almoner.simulator.Payment;
import org.almoner.simulator.Simulator;
import org.almoner.testing.SharedStores;
import org.almoner.testing.TestRedis;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application on stores of its own, and all gateways that it knows in a simulator. */
final class SimulatedWorld implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestRedis redis = new TestRedis().start();
    private final Simulator gateways = Simulator.start(0);
    private final ConfigurableApplicationContext almoner = boot();
    private final JdbcClient sql = almoner.getBean(JdbcClient.class);
    private final StringRedisTemplate queues = almoner.getBean(StringRedisTemplate.class);
    private final AtomicInteger visits = new AtomicInteger(900_000);

    SimulatedWorld() {
        gateways.notify("http://127.0.0.1:" + almoner.getEnvironment().getProperty("local.server.port"));
    }

    private ConfigurableApplicationContext boot() {
        var own = Stream.of(
                "server.port=0",
                "management.server.port=",
                "spring.datasource.url=" + SharedStores.newDatabase(),
                "spring.data.redis.url=" + redis.url(),
                "almoner.gateway.calls.retry-delay=200ms",
                "almoner.gateway.gravy.capture-on-notification=true");
        var gateway = gateways.settings().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue());
        return SpringApplication.run(
                Almoner.class,
                Stream.concat(own, gateway).map(setting -> "--" + setting).toArray(String[]::new));
    }

    Simulator gateways() {
        return gateways;
    }

    /** A payment that no other test has; its donor has gone to the gateway, and the front end has told us so. */
    Payment begun(String gateway, String more) {
        int visit = visits.incrementAndGet();
        var payment = Payment.authorised(gateway, id(gateway, visit), visit + ".1", "12.50", "USD");
        push(
                "pending",
                """
                {"gateway":"%s","order_id":"%s","contribution_tracking_id":"%d","gateway_txn_id":false,"gross":"12.50",
                 "currency":"USD","payment_method":"cc","email":"donor-%3$d@example.org","first_name":"Ada",
                 "last_name":"Simulated","country":"US","user_ip":"198.51.100.7","date":%d%s}"""
                        .formatted(
                                nameOf(gateway),
                                payment.order(),
                                visit,
                                System.currentTimeMillis() / 1000,
                                more.isEmpty() ? "" : "," + more));
        eventually("select count(*) = 1 from pending_payment where order_id = ?", payment.order());
        return payment;
    }

    /** As it is in our messages: PayPal's newer kind of payment has another one. */
    static String nameOf(String gateway) {
        return gateway.equals("paypal") ? "paypal_ec" : gateway;
    }

    private static String id(String gateway, int visit) {
        return gateway.equals("amazon") ? "P01-1234567-0" + visit + "-C000001" : gateway + visit + "0";
    }

    /** @return the number of the notification */
    int tell(Payment payment, Event event) {
        gateways.put(payment);
        return gateways.tell(payment, event, Forgery.NONE).orElseThrow();
    }

    int answerTo(int notification) {
        return gateways.deliveries().stream()
                .filter(delivery -> delivery.number() == notification)
                .mapToInt(Delivery::status)
                .findFirst()
                .orElseThrow();
    }

    int replayed(String gateway) {
        return sql.sql("select coalesce(sum(replayed), 0) from notification where gateway = ?")
                .param(gateway)
                .query(Integer.class)
                .single();
    }

    void awaitDonation(Payment payment) {
        eventually(
                """
                select exists (
                    select from contribution join pending_payment using (order_id)
                    where order_id = ? and resolved_at is not null)
                """,
                payment.order());
    }

    Map<String, Object> donation(Payment payment) {
        return row(
                """
                select gateway, gateway_txn_id, original_gross || ' ' || original_currency as given, status
                from contribution where order_id = ?
                """,
                payment.order());
    }

    void push(String queue, String message) {
        queues.opsForList().rightPush(queue, message);
    }

    void eventually(String question, Object... about) {
        await(question)
                .atMost(PATIENCE)
                .until(() ->
                        sql.sql(question).params(about).query(Boolean.class).single());
    }

    int count(String from, Object... about) {
        return sql.sql("select count(*) from " + from)
                .params(about)
                .query(Integer.class)
                .single();
    }

    Map<String, Object> row(String query, Object... about) {
        return sql.sql(query).params(about).query().singleRow();
    }

    List<String> dead() {
        return sql.sql("select queue || ': ' || error from dead_letter")
                .query(String.class)
                .list();
    }

    /** What the gateway was asked to do about the payment, and did. */
    List<Effect> effects(Payment payment) {
        return gateways.calls().stream()
                .filter(call -> call.payment().equals(payment.id()) && call.effect() != Effect.NONE)
                .map(LoggedCall::effect)
                .toList();
    }

    @Override
    public void close() {
        almoner.close();
        gateways.close();
        redis.close();
    }
}
