package org.almoner.crash;

import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** Payments whose authorization was requested and never answered, and what must have become of them in the end. */
final class Payments implements AutoCloseable {

    private static final String ADD =
            """
            with payment as (
                select md5('payment ' || n) as id, now() - interval '3 h' + n * interval '1 ms' as at
                from generate_series(%d, %d) as n),
            event as (
                insert into transaction_event (id, transaction_id, number, event_code, created_at)
                select gen_random_uuid(), id, number, code, at
                from payment, (values (1, 'TRANSACTION_ACTIVATED_EVENT'), (2, 'TRANSACTION_AUTHORIZATION_REQUESTED_EVENT'))
                    as event (number, code))
            insert into transaction_view (transaction_id, status, created_at, last_event_at, event_count)
            select id, 'AUTHORIZATION_REQUESTED', at, at, 2 from payment
            """;

    private static final String NOT_ONCE =
            """
            select count(*) from transaction_view as view
            where status <> 'EXPIRED'
                or 1 <> (select count(*) from transaction_event as event
                    where event.transaction_id = view.transaction_id and event_code = 'TRANSACTION_EXPIRED_EVENT')
                or 1 <> (select count(*) from witness where witness.transaction_id = view.transaction_id)
            """;

    private static final String NOT_SENT =
            """
            select count(*) from transaction_event
            where event_code = 'TRANSACTION_EXPIRED_EVENT' and id <> all ('{%s}'::uuid[])
            """;

    /** In the time of its run each has a place of its own, to the millisecond. */
    private static final String OUT_OF_PLACE =
            """
            select count(*) from (
                select due_at - started_at as after, spread_millis / found as slot, found,
                    count(*) over (partition by tick, due_at) as at_once
                from witness join expiry_run using (tick)) as message
            where at_once > 1 or after > found * slot * interval '1 ms'
                or mod((extract(epoch from after) * 1000)::bigint, slot) <> 0
            """;

    private final Stores stores;
    private final RedisClient client;
    private int count;

    Payments(Stores stores) {
        this.stores = stores;
        this.client = stores.redis();
        try {
            stores.execute(Files.readString(Path.of("src/test/resources/crash/expiry.sql")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(int more) {
        stores.execute(ADD.formatted(count + 1, count + more));
        count += more;
    }

    void awaitExpired(Duration atMost) {
        Awaitility.await("all expired and their messages pushed")
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> arrived().size() >= count && stores.number("select count(*) from outbox") == 0);
    }

    void awaitSomeArrived() {
        Awaitility.await("some messages pushed").until(() -> !arrived().isEmpty());
    }

    void awaitSomeExpired(int some) {
        Awaitility.await("some expired")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> stores.number("select coalesce(sum(expired), 0) from expiry_run") >= some);
    }

    long leasesInUse() {
        return stores.number("select count(*) from lease where until > clock_timestamp()");
    }

    Verdict verdict() {
        List<String> objections = new ArrayList<>();
        objectTo(objections, "payments did not expire once", stores.number(NOT_ONCE));
        objectTo(objections, "messages were out of their place", stores.number(OUT_OF_PLACE));
        objectTo(
                objections,
                "messages came more than once or never",
                Math.abs(arrived().size() - count));
        objectTo(
                objections,
                "messages were of no payment of ours",
                count - arrived().stream().distinct().count());
        objectTo(
                objections,
                "events were not those of the messages",
                stores.number(NOT_SENT.formatted(String.join(",", arrived("id")))));
        objectTo(objections, "records differ", Math.abs(stores.number("select sum(expired) from expiry_run") - count));
        return new Verdict(objections);
    }

    private static void objectTo(List<String> objections, String what, long number) {
        if (number != 0) {
            objections.add(number + " " + what);
        }
    }

    /** The payments of the messages on the list, in the order of their arrival. */
    private List<String> arrived() {
        return arrived("transactionId");
    }

    private List<String> arrived(String field) {
        try (var connection = client.connect()) {
            return connection.sync().lrange("transactions-expired", 0, -1).stream()
                    .map(message -> message.replaceAll(".*\"" + field + "\":\"([\\w-]+)\".*", "$1"))
                    .toList();
        }
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
