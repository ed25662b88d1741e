package org.almoner.donors;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.almoner.donors.DonorMessages.Sent;
import org.almoner.testing.SharedStores;
import org.almoner.testing.TestRedis;
import org.awaitility.Awaitility;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores of one run, as somebody sees them who knows nothing of the application but its tables and lists. */
final class DonorDatabase implements AutoCloseable {

    private static final List<String> QUEUES = List.of("donations", "recurring", "refund", "contribution-tracking");

    private static final String CONTACTS =
            """
            select contact.first_name, contact.last_name, preferred_language, opt_out,
                (select string_agg(lower(email), ' ' order by lower(email)) from contact_email where contact_id = contact.id),
                (select string_agg(street_address || city || postal_code || country, ' ') from contact_address
                    where contact_id = contact.id),
                (select sum(gross) from contribution where contact_id = contact.id)
            from contact order by last_name, 5""";

    private static final String CONTRIBUTIONS =
            """
            select gift.gateway, gift.gateway_txn_id, giver.last_name, gift.currency, gift.gross, gift.fee, gift.net,
                original_currency, original_gross, gift.status, refund_txn_id, received_at, gift.cancelled_at,
                recur.subscr_id, contribution_tracking_id
            from contribution as gift
            join contact as giver on giver.id = gift.contact_id
            left join contribution_recur as recur on recur.id = gift.contribution_recur_id
            order by gift.gateway, gateway_txn_id, gift.gross""";

    private static final String SUBSCRIPTIONS =
            """
            select recur.gateway, subscr_id, giver.last_name, amount, currency, frequency_unit, status, cancelled_at,
                cancel_reason, ended_at, failure_count
            from contribution_recur as recur join contact as giver on giver.id = recur.contact_id
            order by recur.gateway, subscr_id""";

    private static final String TRACKING =
            """
            select tracking.id, gift.gateway_txn_id from contribution_tracking as tracking
            left join contribution as gift on gift.id = tracking.contribution_id order by tracking.id""";

    private final String jdbcUrl = SharedStores.newDatabase();
    private final TestRedis server = new TestRedis().start();
    private final JdbcClient sql;
    private final RedisClient client;
    private final RedisCommands<String, String> redis;

    DonorDatabase() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl);
        sql = JdbcClient.create(dataSource);
        client = RedisClient.create(RedisURI.create(server.url()));
        redis = client.connect().sync();
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    String redisUrl() {
        return server.url();
    }

    void push(List<Sent> messages) {
        messages.forEach(sent -> redis.rpush(sent.queue(), sent.message()));
    }

    /** Waits until no message is on its way any more: none waits, none is in a claim, none is to be pushed or requeued. */
    void awaitQuiet(Duration longest) {
        Awaitility.await().atMost(longest).pollInterval(Duration.ofMillis(200)).until(this::isQuiet);
    }

    private boolean isQuiet() {
        return QUEUES.stream().allMatch(this::isEmpty)
                && count("select count(*) from outbox") == 0
                && count("select count(*) from dead_letter where state = 'requeued' or retry_at is not null") == 0
                && QUEUES.stream().allMatch(this::isEmpty); // what was in the outbox may have come back
    }

    private boolean isEmpty(String queue) {
        return redis.llen(queue) == 0 && redis.hlen("almoner:{" + queue + "}:claims") == 0;
    }

    long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }

    List<String> deadLetters() {
        return sql.sql("select queue || ': ' || error from dead_letter where state <> 'handled'")
                .query(String.class)
                .list();
    }

    /** All that the messages led to, but for numbers that depend on the order of arrival. */
    List<String> state() {
        List<String> state = new ArrayList<>();
        for (String query : List.of(CONTACTS, CONTRIBUTIONS, SUBSCRIPTIONS, TRACKING)) {
            sql.sql(query).query().listOfRows().forEach(row -> state.add(row.toString()));
        }
        return state;
    }

    @Override
    public void close() {
        client.shutdown();
        server.close();
    }
}
