package org.almoner.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A relay reads what is due, however much else is in the outbox, and however little was there when it began. */
class RelayReadingTest {

    private static final int LATER = 20_000;

    private final TestMachine machine = TestMachine.empty();
    private final RelayTurn relay = machine.relayTurn();

    @Test
    void readsNothingThatIsNotDueThoughThereWasNothingALittleAgo() {
        machine.sql.sql("vacuum analyze outbox").update();
        takeSeveralTurns();
        machine.sql
                .sql("insert into outbox (queue, body, due_at) select 'refund', '{}', ? from generate_series(1, ?)")
                .params(Timestamp.from(machine.clock.instant().plusSeconds(60)), LATER)
                .update();
        long before = rowsRead();

        takeSeveralTurns();

        long scans = scans();
        await().pollInterval(Duration.ofMillis(300)).until(() -> {
            relay.take();
            return scans() > scans; // the server counts once a second
        });
        assertThat(rowsRead() - before).isLessThan(LATER);
    }

    /** As often as it takes until a statement's plan is kept. */
    private void takeSeveralTurns() {
        IntStream.range(0, 10).forEach(n -> relay.take());
    }

    private long rowsRead() {
        return ofOutbox("seq_tup_read + coalesce(idx_tup_fetch, 0)");
    }

    private long scans() {
        return ofOutbox("seq_scan + coalesce(idx_scan, 0)");
    }

    private long ofOutbox(String count) {
        return machine.sql
                .sql("select " + count + " from pg_stat_user_tables where relname = 'outbox'")
                .query(Long.class)
                .single();
    }
}
