package org.almoner.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.almoner.crash.ListenerAndWorker.Victim;
import org.almoner.simulator.Delivery;
import org.almoner.simulator.Effect;
import org.almoner.simulator.Fault;
import org.almoner.simulator.LoggedCall;
import org.almoner.simulator.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** All gateways tell of payments and lose answers, and whoever listens or works is killed in the middle of it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Isolated("keeps both cores busy by itself")
class GatewayKillTest {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayKillTest.class);
    private static final long SEED = Long.getLong("almoner.seed", 20261121); // another one is another story
    private static final Victim[] VICTIMS = {Victim.LISTENER, Victim.WORKER, Victim.BOTH, Victim.WORKER};
    private static final String CALLS_IN_HAND =
            "select count(*) from gateway_call where asked_at is not null and due_at is not null";

    private static final int ROUND = 9; // payments of each gateway before each kill

    private final Random random = new Random(SEED);
    private final ListenerAndWorker almoner = new ListenerAndWorker(
            "--almoner.gateway.calls.again=5s", // what a dead process had in hand
            "--almoner.gateway.calls.per-second=10",
            "--almoner.gateway.calls.retry-delay=200ms",
            "--almoner.gateway.gravy.capture-on-notification=true",
            "--almoner.queue.silence=3s");
    private final GatewayPayments payments = new GatewayPayments(almoner.gateways, ROUND * VICTIMS.length, random);
    private final JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(almoner.database));

    @AfterEach
    void end() {
        almoner.close();
    }

    @Test
    void doesOnceWhateverItAnsweredWithSuccess() {
        List.of("adyen", "amazon", "gravy").forEach(this::loseSomeAnswers);
        payments.push(almoner.redis.url());
        almoner.replace(Victim.BOTH);
        almoner.awaitBegun();

        for (var victim : shuffledVictims()) {
            payments.tell(ROUND * GatewayPayments.GATEWAYS.size());
            awaitSteps(random.nextInt(2 * ROUND * GatewayPayments.GATEWAYS.size()));
            LOG.info("kill of {}, {} calls in hand", victim, number(CALLS_IN_HAND));
            almoner.replace(victim);
            almoner.awaitBegun();
        }

        await("all that was begun, seed " + SEED)
                .atMost(Duration.ofMinutes(2))
                .failFast("a second capture, seed " + SEED, () -> hasEffect(Effect.SECOND_CAPTURE))
                .untilAsserted(this::assertAllKeptAndDone);
        assertNothingTwice();
        LOG.info(
                "{} notifications answered {} times and kept {} times; {} answers of gateways told once more",
                almoner.gateways.deliveries().size(),
                answers(),
                number("select count(*) from notification"),
                almoner.gateways.calls().stream()
                        .filter(call -> call.effect() == Effect.SAME_ANSWER)
                        .count());
    }

    private List<Victim> shuffledVictims() {
        var victims = new ArrayList<>(List.of(VICTIMS));
        Collections.shuffle(victims, random);
        return victims;
    }

    private void loseSomeAnswers(String gateway) {
        almoner.gateways.fault(
                gateway,
                Fault.of(Fault.Kind.DROP)
                        .only(Operation.CAPTURE)
                        .times(4)); // more at once, and the account would be left alone
    }

    /** Answers of the listener and questions to gateways. */
    private void awaitSteps(int more) {
        int enough = steps() + more;
        await("progress, seed " + SEED)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> steps() >= enough);
    }

    private int steps() {
        return almoner.gateways.calls().size() + answers();
    }

    private int answers() {
        return almoner.gateways.deliveries().stream()
                .mapToInt(Delivery::attempts)
                .sum();
    }

    /** A notification that is told again has the same bytes; two of them never have. */
    private void assertAllKeptAndDone() {
        assertThat(almoner.gateways.deliveries()).allMatch(Delivery::isAccepted);
        assertThat(count("gateway, count(distinct body_sha256) from notification where verdict = 'GENUINE'"))
                .isEqualTo(answeredWithSuccess());
        assertThat(number("select count(*) from contribution where status = 'Completed'"))
                .as("donations")
                .isEqualTo(payments.count());
        assertThat(number("select count(*) from pending_payment where resolved_at is null"))
                .as("payments that are pending")
                .isZero();
        assertThat(number("select count(*) from gateway_call where due_at is not null")
                        + number("select count(*) from outbox"))
                .as("calls to be made and messages to be pushed")
                .isZero();
    }

    private void assertNothingTwice() {
        assertThat(hasEffect(Effect.SECOND_CAPTURE)).as("seed %d", SEED).isFalse();
        assertThat(captures()).as("seed %d", SEED).isNotEmpty().allSatisfy((payment, times) -> assertThat(times)
                .isOne());
        assertThat(number("select count(distinct order_id) from contribution"))
                .as("seed %d", SEED)
                .isEqualTo(payments.count());
        assertThat(count("gateway, sum(news) from notification where true"))
                .as("seed %d: what was acted on is what was new", SEED)
                .isEqualTo(count("gateway, count(*) from gateway_news where true"));
        assertThat(count("queue, sum(duplicate) from claim_receipt where duplicate > 0"))
                .as("seed %d: messages that came twice", SEED)
                .isEmpty();
        assertThat(sql.sql("select queue || ': ' || error from dead_letter")
                        .query(String.class)
                        .list())
                .as("seed %d", SEED)
                .isEmpty();
    }

    private Map<String, Long> answeredWithSuccess() {
        return almoner.gateways.deliveries().stream()
                .filter(Delivery::isAccepted)
                .collect(Collectors.groupingBy(Delivery::gateway, Collectors.counting()));
    }

    private boolean hasEffect(Effect effect) {
        return almoner.gateways.calls().stream().anyMatch(call -> call.effect() == effect);
    }

    private Map<String, Long> captures() {
        return almoner.gateways.calls().stream()
                .filter(call -> call.effect() == Effect.CAPTURED)
                .collect(Collectors.groupingBy(LoggedCall::payment, Collectors.counting()));
    }

    private Map<String, Long> count(String what) {
        return sql
                .sql("select " + what + " group by 1")
                .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private long number(String query) {
        return sql.sql(query).query(Long.class).single();
    }
}
