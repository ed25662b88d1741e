package org.almoner.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A lease is somebody's until it lapses, and a new epoch ends it whatever its holder believes. */
@AlmonerTest
@Timeout(30)
class LeasesTest {

    @Autowired
    Leases leases;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient sql;

    @Test
    void isTakenByOneOfManyThatAskAtOnce() {
        var taken = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> leases.take("work")))
                .toList();

        assertThat(taken.stream().map(CompletableFuture::join).filter(lease -> lease.isPresent()))
                .singleElement()
                .satisfies(lease -> assertThat(lease).contains(new Lease("work", 1)));
    }

    @Test
    void saysWhoHasItAndForHowLong() {
        leases.take("work");

        assertThat(sql.sql("select owner from lease").query(String.class).single())
                .startsWith(ProcessHandle.current().pid() + "@");
        assertThat(sql.sql("select until between now() + '9 s' and now() + '10 s' from lease")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void isNobodysAgainOnceReleased() {
        var first = leases.take("work").orElseThrow();

        assertThat(leases.release(first)).isTrue();

        assertThat(leases.left()).isEmpty();
        assertThat(leases.take("work")).contains(new Lease("work", 2));
        assertThat(leases.release(first)).isFalse();
        assertThat(leases.take("work")).isEmpty();
    }

    @Test
    void lapsesUnlessItIsRenewed() {
        var held = leases.take("work").orElseThrow();
        leases.take("other");
        lapse();
        assertThat(leases.renew(held)).isTrue();

        assertThat(leases.left()).containsExactly("other");
        assertThat(leases.take("work")).isEmpty();
        assertThat(leases.take("other")).isPresent();
    }

    @Test
    void isNotRenewedOnceItIsSomebodyElses() {
        var lost = leases.take("work").orElseThrow();
        lapse();
        leases.take("work");

        assertThat(leases.renew(lost)).isFalse();
        assertThat(leases.release(lost)).isFalse();
        assertThat(leases.take("work")).isEmpty();
    }

    @Test
    void letsNobodyCommitWhoHasLostIt() {
        var lost = leases.take("work").orElseThrow();
        lapse();
        prove(lost); // late, and still nobody else's

        leases.take("work");

        assertThatThrownBy(() -> prove(lost)).isInstanceOf(LeaseLost.class).hasMessageContaining("job work");
    }

    /** So that nothing of the old owner can be committed after the new one has looked where to go on. */
    @Test
    void isTakenOverOnlyWhenTheChunkThatProvedItIsCommitted() {
        var held = leases.take("work").orElseThrow();

        var takeover = inTransaction(() -> {
            leases.prove(held);
            assertThat(elsewhere(() -> leases.renew(held)).join()).isTrue();
            elsewhere(() -> lapse()).join();
            var waiting = elsewhere(() -> leases.take("work"));
            await().until(() -> isAnybodyBlocked());
            assertThat(waiting).isNotDone();
            return waiting;
        });

        assertThat(takeover.join()).contains(new Lease("work", 2));
    }

    private boolean prove(Lease lease) {
        return inTransaction(() -> {
            leases.prove(lease);
            return true;
        });
    }

    private int lapse() {
        return sql.sql("update lease set until = now() - interval '1 s'").update();
    }

    private boolean isAnybodyBlocked() {
        return sql.sql("select exists (select 1 from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    private static <T> CompletableFuture<T> elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work);
    }
}
