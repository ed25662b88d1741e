package org.almoner.gateway.adyen;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.almoner.simulator.Effect;
import org.almoner.simulator.Fault;
import org.almoner.simulator.LoggedCall;
import org.almoner.simulator.Operation;
import org.almoner.simulator.Payment;
import org.almoner.simulator.Simulator;
import org.almoner.testing.AlmonerFolder;
import org.almoner.testing.AlmonerProcess;
import org.almoner.testing.SharedStores;
import org.almoner.testing.TestRedis;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whole applications that capture payments at a slow gateway that loses answers; one is killed, again and again. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@Isolated("keeps both cores busy by itself")
class AdyenCaptureKillTest {

    private static final Logger LOG = LoggerFactory.getLogger(AdyenCaptureKillTest.class);
    private static final int PAYMENTS = 500;
    private static final int KILLS = 4;

    private static final String[] SETTINGS = {
        "--almoner.gateway.calls.again=5s", // what a dead process had in hand
        "--almoner.gateway.calls.per-second=15",
        "--almoner.gateway.calls.retry-delay=200ms",
        "--almoner.queue.silence=3s"
    };

    private final String database = SharedStores.newDatabase();
    private final JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(database));
    private final AlmonerFolder folder = AlmonerFolder.fresh();
    private final Random random = new Random();
    private @Nullable AlmonerProcess working;

    @AfterEach
    void end() {
        if (working != null) {
            working.close();
        }
    }

    @Test
    void capturesEachPaymentOnce() {
        try (var simulator = Simulator.start(0);
                var redis = new TestRedis().start()) {
            simulator.fault(
                    "adyen",
                    Fault.of(Fault.Kind.DROP)
                            .only(Operation.CAPTURE)
                            .times(4)); // more at once, and the account would be left alone
            working = boot(simulator, redis).awaitStarted();
            begin(simulator, redis);
            for (int kill = 1; kill <= KILLS; kill++) {
                awaitCalls(simulator, PAYMENTS * kill / (KILLS + 2) + random.nextInt(20));
                working.close(); // kill -9
                LOG.info(
                        "kill {} after {} calls, {} in hand",
                        kill,
                        simulator.calls().size(),
                        inHand());
                working = boot(simulator, redis).awaitStarted();
            }
            awaitCaptured();

            assertThat(effects(simulator, Effect.SECOND_CAPTURE)).isEmpty();
            assertThat(effects(simulator, Effect.CAPTURED))
                    .hasSize(PAYMENTS)
                    .containsValue(1L)
                    .doesNotContainValue(2L);
            assertThat(number("select count(*) from dead_letter")).isZero();
            LOG.info(
                    "{} answers were told once more",
                    effects(simulator, Effect.SAME_ANSWER).size());
        }
    }

    private AlmonerProcess boot(Simulator simulator, TestRedis redis) {
        List<String> settings = new ArrayList<>(List.of(SETTINGS));
        simulator.settings().forEach((name, value) -> {
            if (name.startsWith("almoner.gateway.adyen.")) {
                settings.add("--" + name + "=" + value);
            }
        });
        return AlmonerProcess.boot(folder, database, redis.url(), settings.toArray(String[]::new));
    }

    private void begin(Simulator simulator, TestRedis redis) {
        try (var client = RedisClient.create(redis.url());
                var connection = client.connect()) {
            for (int n = 1; n <= PAYMENTS; n++) {
                String order = 1000 + n + ".1";
                simulator.put(Payment.authorised("adyen", "PSP" + n, order, "12.50", "EUR"));
                pending(order);
                connection.sync().rpush("jobs-adyen", job("PSP" + n, order));
            }
        }
    }

    private void pending(String order) {
        sql.sql(
                        """
                        insert into pending_payment (date, gateway, order_id, gateway_txn_id, payment_method, message)
                        values (now(), 'adyen', ?, '', 'cc', '{"gateway":"adyen","payment_method":"cc"}')
                        """)
                .param(order)
                .update();
    }

    private static String job(String payment, String order) {
        return """
                {"class":"SmashPig\\\\PaymentProviders\\\\Adyen\\\\Jobs\\\\ProcessCaptureRequestJob","payload":{
                 "account":"SimulatedCOM","amount":12.5,"avsResult":"7","currency":"EUR","cvvResult":"1",
                 "isSuccessfulAutoRescue":false,"merchantReference":"%s","paymentMethod":"visa",
                 "processAutoRescueCapture":true,"pspReference":"%s"}}"""
                .formatted(order, payment);
    }

    private static void awaitCalls(Simulator simulator, int calls) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> simulator.calls().size() >= calls);
    }

    private void awaitCaptured() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> number("select count(*) from pending_payment where captured_at is not null") == PAYMENTS);
    }

    private long inHand() {
        return number("select count(*) from gateway_call where asked_at is not null and due_at is not null");
    }

    private long number(String query) {
        return sql.sql(query).query(Long.class).single();
    }

    private static Map<String, Long> effects(Simulator simulator, Effect effect) {
        return simulator.calls().stream()
                .filter(call -> call.effect() == effect)
                .collect(Collectors.groupingBy(LoggedCall::payment, Collectors.counting()));
    }
}
