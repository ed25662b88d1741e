package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class DonationsModifyQueueTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue failures;
    KeptDonations donations;

    @BeforeEach
    void queues() {
        failures = new TestQueue("donations-modify", redis, sql);
        donations = new KeptDonations(sql);
    }

    @Test
    void cancelsADonationThatWasNotPaidAfterAll() {
        donations.add("adyen", "RBDI000000000001");

        failures.pushSample("valid-cancel-retryable");

        assertThat(donation())
                .containsEntry("status", "Cancelled")
                .containsEntry("cancelled_at", Timestamp.from(Instant.ofEpochSecond(1788350400)))
                .containsEntry("cancel_reason", "R01 Insufficient Funds");
    }

    @Test
    void cancelsADonationOnce() {
        donations.add("adyen", "RBDI000000000001");
        String failure = failures.sample("valid-cancel-retryable");

        var receipt = failures.pushOneByOne(failure, failure, failure.replace("R01 Insufficient Funds", "R02"));

        assertThat(receipt).isEqualTo(new Receipt(1, 2, 0));
        assertThat(donation()).containsEntry("cancel_reason", "R01 Insufficient Funds");
    }

    @Test
    void hasAPaymentTriedAgainThatTheBankMayPay() {
        donations.addRecurring("adyen", "RBDI000000000001");

        failures.pushSample("valid-cancel-retryable");

        await().untilAsserted(() -> assertThat(gift())
                .containsEntry("status", "Failing")
                .containsEntry("failure_count", 1)
                .containsEntry("failure_retry_at", Timestamp.from(Instant.ofEpochSecond(1788350400 + 86400))));
    }

    @Test
    void endsTheRecurringGiftThatTheBankWillNotPay() {
        donations.addRecurring("adyen", "RBDI000000000002");

        failures.pushSample("edge-cancel-no-recur");

        await().untilAsserted(() -> assertThat(gift())
                .containsEntry("status", "Cancelled")
                .containsEntry("cancel_reason", "Payment Stopped"));
    }

    @Test
    void waitsForADonationThatIsNotHereYet() {
        String early = TestMessage.with(
                failures.sample("invalid-no-match"),
                "'source_enqueued_time':%d".formatted(Instant.now().getEpochSecond()));

        var receipt = failures.push(early);

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(failures.deadLetters()).containsExactly(early);
        assertThat(sql.sql("select count(*) from dead_letter where kind = 'not_yet' and retry_at > now()")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({
        // field, value, reason
        "contribution_status_id:name, Completed, is not Cancelled",
        "contribution_status_id:name, '',        is not Cancelled",
        "gateway,                     '',        gateway is missing",
        "gateway_txn_id,              '',        gateway_txn_id is missing",
        "date,                        '',        date is missing",
        "can_retry,                   perhaps,   is neither yes nor no",
    })
    void makesADeadLetterOfWhatItCannotDo(String field, String value, String reason) {
        donations.add("adyen", "RBDI000000000001");
        String wrong = TestMessage.with(failures.sample("valid-cancel-retryable"), "'%s':'%s'".formatted(field, value));

        var receipt = failures.push(wrong);

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(failures.deadLetters()).containsExactly(wrong);
        assertThat(failures.lastError()).contains(reason);
        assertThat(donation()).containsEntry("status", "Completed").containsEntry("cancel_reason", null);
    }

    private Map<String, Object> gift() {
        return sql.sql("select * from contribution_recur").query().singleRow();
    }

    private Map<String, Object> donation() {
        return sql.sql("select * from contribution").query().singleRow();
    }
}
