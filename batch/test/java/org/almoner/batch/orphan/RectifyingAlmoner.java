package org.almoner.batch.orphan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lettuce.core.RedisClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.almoner.simulator.Effect;
import org.almoner.simulator.LoggedCall;
import org.almoner.simulator.Payment;
import org.almoner.simulator.Simulator;
import org.almoner.simulator.State;
import org.almoner.testing.AlmonerFolder;
import org.almoner.testing.AlmonerProcess;
import org.almoner.testing.SharedStores;
import org.almoner.testing.TestRedis;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whole applications that look for orphans every second, on stores of their own, and the simulated gateways that they ask. */
final class RectifyingAlmoner implements AutoCloseable {

    private static final List<String> SETTINGS = List.of(
            "--almoner.gateway.calls.again=4s", // what a dead process had in hand
            "--almoner.gateway.calls.retry-delay=100ms",
            "--almoner.gateway.calls.longest-delay=300ms",
            "--almoner.gateway.calls.give-up-after=1500ms",
            "--almoner.gateway.calls.break-for=300ms",
            "--almoner.gateway.http.read-timeout=1s",
            "--almoner.orphans.page-delay=0s",
            "--almoner.orphans.gateways.adyen.enabled=true",
            "--almoner.orphans.gateways.adyen.methods=google",
            "--almoner.lease.term=2s",
            "--almoner.queue.silence=3s");

    private static final Set<Effect> WITHOUT_EFFECT = Set.of(Effect.NONE, Effect.FAILED, Effect.SAME_ANSWER);

    final Simulator simulator = Simulator.start(0);
    final JdbcClient sql;
    final TestOrphans orphans;
    private final String database = SharedStores.newDatabase();
    private final TestRedis redis = new TestRedis().start();
    private final List<AlmonerProcess> processes = new ArrayList<>();

    RectifyingAlmoner() {
        sql = JdbcClient.create(new DriverManagerDataSource(database));
        orphans = new TestOrphans(sql, new StringRedisTemplate(), new ObjectMapper());
    }

    /** One process more, with some settings of its own. Returns at once. */
    AlmonerProcess boot(String... others) {
        var folder = AlmonerFolder.fresh();
        folder.edit(
                "routes/schedules/rectify-orphans.camel.yaml", route -> route.replace("0 4/5 * * * ?", "* * * * * ?"));
        List<String> settings = new ArrayList<>(SETTINGS);
        settings.addAll(List.of(others));
        simulator.settings().forEach((name, value) -> {
            if (name.matches("almoner\\.gateway\\.(adyen|ingenico|paypal)\\..*")) {
                settings.add("--" + name + "=" + value);
            }
        });
        var process = AlmonerProcess.boot(folder, database, redis.url(), settings.toArray(String[]::new));
        processes.add(process);
        return process;
    }

    /** A payment that nobody came back from, as both sides know it. */
    void add(String gateway, String order, State state) {
        atGateway(gateway, order, state);
        orphans.add(payment(gateway, order));
    }

    void atGateway(String gateway, String order, State state) {
        String api = gateway.startsWith("paypal") ? "paypal" : gateway;
        simulator.put(Payment.authorised(api, idOf(order), order, "5.00", "EUR").in(state));
    }

    ObjectNode payment(String gateway, String order) {
        var payment = orphans.payment(order).put("gateway", gateway);
        return switch (gateway) {
            case "adyen" ->
                payment.put("payment_method", "google")
                        .put("gateway_account", "SimulatedCOM")
                        .put("gateway_txn_id", idOf(order));
            case "paypal_ec" -> payment.put("payment_method", "paypal");
            default -> payment;
        };
    }

    static String idOf(String order) {
        return "session-" + order;
    }

    void push(String queue, List<String> messages) {
        try (var client = RedisClient.create(redis.url());
                var connection = client.connect()) {
            messages.forEach(message -> connection.sync().rpush(queue, message));
        }
    }

    /** How far it has come, the pending payment, what calls did at the gateway, and how many donations came of it. */
    String becameOf(String order) {
        long id = sql.sql("select coalesce(max(pending_id), 0) from orphan where order_id = ?")
                .param(order)
                .query(Long.class)
                .single();
        return String.join(", ", orphans.stateOf(id), orphans.pending(id), effects(order), donations(order));
    }

    /** That calls have asked about it, or had no effect, is nothing. */
    private String effects(String order) {
        return simulator.calls().stream()
                .filter(call -> call.payment().equals(idOf(order)))
                .map(LoggedCall::effect)
                .filter(effect -> !WITHOUT_EFFECT.contains(effect))
                .map(Effect::name)
                .collect(Collectors.joining(" "));
    }

    private String donations(String order) {
        return sql.sql("select count(*) from contribution where gateway_txn_id = ?")
                .param(idOf(order))
                .query(String.class)
                .single();
    }

    long number(String query) {
        return sql.sql(query).query(Long.class).single();
    }

    /** Of the lists that orphans have to do with. */
    List<String> deadLetters() {
        return sql.sql(
                        """
                        select queue || ': ' || error from dead_letter
                        where queue in ('gateway-answers', 'donations', 'payments-init', 'payments-antifraud', 'jobs-adyen')
                        """)
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        processes.forEach(AlmonerProcess::close);
        redis.close();
        simulator.close();
    }
}
