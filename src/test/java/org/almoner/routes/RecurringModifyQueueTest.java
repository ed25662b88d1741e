package org.almoner.routes;

import static org.almoner.routes.RecurringGifts.DONOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Instant;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class RecurringModifyQueueTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue changes;
    RecurringGifts gifts;

    @BeforeEach
    void gift() {
        changes = new TestQueue("recurring-modify", redis, sql);
        gifts = new RecurringGifts(sql);
        gifts.donor();
        gifts.gift(600417, "adyen", "A-1");
    }

    @Test
    void notesThatADonorDoesNotWantToGiveMore() {
        changes.push(change("recurring_upgrade_decline", "\"contact_id\":700230,\"campaign\":\"Up26\""));

        assertThat(gifts.activities("Recurring Upgrade Decline")).isEqualTo(1);
        assertThat(details()).contains("\"campaign\":\"Up26\"");
        assertThat(amount()).isEqualByComparingTo("10");
    }

    @ParameterizedTest
    @CsvSource({
        "recurring_upgrade,   15.5, Recurring Upgrade,   recurring_upgrade_message, native_amount_added,   5.50",
        "recurring_upgrade,   4,    Recurring Downgrade, donor_portal_recurring,    native_amount_removed, 6.00",
        "recurring_downgrade, 4,    Recurring Downgrade, donor_portal_recurring,    native_amount_removed, 6.00",
        "recurring_downgrade, 15.5, Recurring Upgrade,   recurring_upgrade_message, native_amount_added,   5.50",
    })
    void changesTheAmount(String kind, BigDecimal amount, String activity, String mail, String change, String by) {
        changes.push(change(kind, "\"currency\":\"USD\",\"amount\":\"%s\"".formatted(amount)));

        assertThat(amount()).isEqualByComparingTo(amount);
        assertThat(gifts.activities(activity)).isEqualTo(1);
        assertThat(details()).contains("\"%s\":%s".formatted(change, by), "\"native_original_amount\":10.00");
        assertThat(mail()).contains(mail, "\"contribution_recur_id\":600417");
    }

    @Test
    void tellsWhatAChangeIsWorthInDollars() {
        gifts.with(600417, "currency", "DKK");
        sql.sql("insert into exchange_rate values ('DKK', 0.15, '2020-01-01 00:00Z')")
                .update();

        changes.push(change("recurring_upgrade", "\"amount\":30"));

        assertThat(details()).contains("\"usd_original_amount\":1.50", "\"usd_amount_added\":3.00", "\"DKK\"");
    }

    @Test
    void changesNothingForTheSameAmount() {
        var receipt = changes.push(change("recurring_upgrade", "\"amount\":\"10.00\""));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(sql.sql("select count(*) from activity").query(Integer.class).single())
                .isZero();
    }

    @Test
    void takesTheSameChangeTwiceWhenItIsWantedTwice() {
        changes.pushOneByOne(
                change("recurring_upgrade", "\"amount\":20,\"source_enqueued_time\":1788350400"),
                change("recurring_downgrade", "\"amount\":10,\"source_enqueued_time\":1788350500"),
                change("recurring_upgrade", "\"amount\":20,\"source_enqueued_time\":1788350600"),
                change("recurring_upgrade", "\"amount\":20,\"source_enqueued_time\":1788350600"));

        assertThat(changes.receipt()).isEqualTo(new Receipt(3, 1, 0));
        assertThat(amount()).isEqualByComparingTo("20");
    }

    @Test
    void makesAMonthlyGiftAYearlyOne() {
        changes.pushSample("valid-annual-conversion");

        assertThat(gifts.row(600417))
                .containsEntry("amount", new BigDecimal("186.00"))
                .containsEntry("frequency_unit", "year");
        assertThat(details())
                .contains(
                        "\"native_original_amount\":120.00",
                        "\"native_amount_added\":66.00",
                        "\"is_from_donor_portal\":true");
        assertThat(gifts.activities("Recurring Annual Conversion")).isEqualTo(1);
        assertThat(mail()).contains("donor_portal_recurring");
    }

    @Test
    void postponesAGift() {
        changes.pushSample("valid-pause");

        assertThat(next()).isEqualTo("2026-12-01T00:00:00Z");
        assertThat(details()).contains("\"duration\":\"60 Days\"", "\"is_from_save_flow\":true");
        assertThat(gifts.activities("Recurring Paused")).isEqualTo(1);
        assertThat(mail()).contains("donor_portal_recurring", "recurring_paused");
    }

    @ParameterizedTest
    @CsvSource({"1 month, 2026-11-02T00:00:00Z", "2 Weeks, 2026-10-16T00:00:00Z", "1 Year, 2027-10-02T00:00:00Z"})
    void postponesAGiftByAnyTime(String duration, Instant next) {
        changes.push(change("recurring_paused", "\"duration\":\"%s\"".formatted(duration)));

        assertThat(next()).isEqualTo(next);
    }

    @Test
    void endsAGift() {
        changes.push(change("recurring_cancel", "\"source_enqueued_time\":1788350400"));

        assertThat(gifts.row(600417))
                .containsEntry("status", "Cancelled")
                .containsEntry("cancel_reason", "(auto) User Cancelled via Donor Portal");
        assertThat(gifts.activities("Cancel Recurring Contribution")).isEqualTo(1);
        assertThat(mail()).contains("donor_portal_recurring", "recurring_cancel");
    }

    @Test
    void endsAGiftOnce() {
        var receipt = changes.pushOneByOne(
                change("recurring_cancel", "\"source_enqueued_time\":1788350400"),
                change("recurring_cancel", "\"source_enqueued_time\":1788350500,\"cancel_reason\":\"second\""));

        assertThat(receipt).isEqualTo(new Receipt(2, 0, 0));
        assertThat(gifts.activities("Cancel Recurring Contribution")).isEqualTo(1);
        assertThat(String.valueOf(gifts.row(600417).get("cancel_reason"))).startsWith("(auto)");
    }

    @Test
    void takesOverWhatAPlatformKnows() {
        gifts.gift(600418, "fundraiseup", "RXYZ789");

        changes.pushSample("edge-external-modification");

        assertThat(gifts.row(600418)).containsEntry("amount", new BigDecimal("25.00"));
        assertThat(sql.sql("select street_address from contact_address where contact_id = ?")
                        .param(DONOR)
                        .query(String.class)
                        .single())
                .isEqualTo("9 Oak St");
        assertThat(gifts.activities("Recurring Upgrade")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    recurring_upgrade           | "amount":"-1"                        | amount is not positive
                    recurring_upgrade           | "amount":""                          | amount is missing
                    recurring_upgrade           | "amount":20,"currency":"EUR"         | recurring gift 600417 is in another currency
                    recurring_upgrade           | "amount":20,"contact_id":7           | recurring gift 600417 is not of contact 7
                    recurring_upgrade           | "amount":20,"checksum":"5f1c9a_1_2"  | checksum does not prove
                    recurring_paused            | "duration":"a while"                 | duration is no number
                    recurring_paused            | "duration":""                        | duration is missing
                    recurring_annual_conversion | "amount":20                          | next_sched_contribution_date is missing
                    recurring_upgrade_decline   | "medium":"email"                     | contact_id is missing
                    recurring_unknown           | "amount":20                          | txn_type is no change
                    """)
    void refusesWhatItCannotDo(String kind, String said, String reason) {
        String message = change(kind, said);

        var receipt = changes.push(message);

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(changes.lastError()).contains(reason);
        assertThat(changes.deadLetters()).containsExactly(message);
        assertThat(amount()).isEqualByComparingTo("10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"txn_type\":\"recurring_cancel\",\"contribution_recur_id\":7}",
                "{\"txn_type\":\"recurring_cancel\",\"subscr_id\":\"A-1\"}",
                "{\"txn_type\":\"recurring_cancel\",\"subscr_id\":\"NOPE\",\"gateway\":\"adyen\"}",
            })
    void refusesAChangeOfNoGift(String message) {
        var receipt = changes.push(message);

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
    }

    @Test
    void followsAContactThatHasBecomeAnother() {
        gifts.donor(7, null);
        sql.sql("update contact set merged_into = ? where id = 7").param(DONOR).update();

        changes.push(change("recurring_upgrade", "\"amount\":20,\"contact_id\":\"7\""));

        assertThat(amount()).isEqualByComparingTo("20");
    }

    private static String change(String kind, String said) {
        return "{\"txn_type\":\"%s\",\"contribution_recur_id\":\"600417\",%s}".formatted(kind, said);
    }

    private BigDecimal amount() {
        return (BigDecimal) gifts.row(600417).get("amount");
    }

    private Instant next() {
        return sql.sql("select next_scheduled_at from contribution_recur where id = 600417")
                .query(Instant.class)
                .single();
    }

    private String details() {
        return sql.sql("select details from activity").query(String.class).single();
    }

    private String mail() {
        return await().until(() -> redis.opsForList().index("mail", 0), text -> text != null);
    }
}
