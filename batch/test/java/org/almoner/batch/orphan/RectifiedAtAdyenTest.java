package org.almoner.batch.orphan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.almoner.orphan.Inquiries;
import org.almoner.orphan.Overdue;
import org.almoner.queue.FollowUps;
import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.item.Chunk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Adyen has no call that says how a payment stands: what its front end said last counts. */
@AlmonerTest
@Stopped({"gateway-calls", "donations"})
class RectifiedAtAdyenTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    CamelContext camel;

    @Autowired
    JdbcClient sql;

    @ParameterizedTest
    @CsvSource({
        // what the front end said, its action, failed for good, what becomes of it
        ",             ,        ,      ACTING CAPTURE",
        "pending-poke, process, false, ACTING CAPTURE",
        "revised,      process, false, ACTING CAPTURE",
        "pending,      process, false, LEFT LEAVE",
        "complete,     process, false, DECIDED COMPLETE",
        "failed,       process, true,  DECIDED FAILED",
        "cancelled,    process, true,  DECIDED FAILED",
        "failed,       review,  false, ACTING CAPTURE", // a review may end well
    })
    void goesByTheFrontEnd(@Nullable String status, @Nullable String action, @Nullable Boolean failed, String state) {
        var orphans = TestOrphans.of(application);
        var payment = orphans.payment("7.1").put("gateway", "adyen").put("gateway_txn_id", "txn-7");
        long orphan = orphans.add(payment.put("payment_method", "google"));
        if (status != null) {
            front(status, String.valueOf(action), Boolean.TRUE.equals(failed));
        }

        ask(new Overdue(orphan, Instant.EPOCH, "adyen", payment.toString()));

        await().untilAsserted(() -> assertThat(orphans.stateOf(orphan)).isEqualTo(state));
        assertThat(orphans.calls()).noneMatch(call -> call.startsWith("STATUS"));
    }

    /** As the caretaker does where Adyen is switched on. */
    private void ask(Overdue overdue) {
        var writer = new InquiryWriter(
                7,
                application.getBean(Inquiries.class),
                application.getBean(OrphanRuns.class),
                application.getBean(FollowUps.class),
                application.getBean(Clock.class));
        application
                .getBean(TransactionTemplate.class)
                .executeWithoutResult(transaction -> writer.write(new Chunk<>(List.of(overdue))));
    }

    private void front(String status, String action, boolean failed) {
        sql.sql(
                        """
                        insert into payments_initial (contribution_tracking_id, gateway, order_id, validation_action,
                            payments_final_status, failed, country, amount, currency_code, server, date)
                        values (7, 'adyen', '7.1', ?, ?, ?, 'NL', 5, 'EUR', 'front1', now())
                        """)
                .params(action, status, failed)
                .update();
    }
}
