package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
class SettleQueueTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue settled;

    @BeforeEach
    void aDonation() {
        settled = new TestQueue("settle", redis, sql);
        new KeptDonations(sql).add("adyen", "A1");
        sql.sql("update contribution set id = 66120311").update();
    }

    @Test
    void takesWhatArrivedInDollarsForWhatTheDonationWasWorth() {
        settled.pushSample("valid-usd");

        assertThat(donation())
                .containsEntry("settlement_currency", "USD")
                .containsEntry("settlement_batch_reference", "adyen_1142_USD")
                .containsEntry("settled_donation_amount", new BigDecimal("38.11"))
                .containsEntry("settled_fee_amount", new BigDecimal("-0.92"))
                .containsEntry("settled_reversal_amount", null)
                .containsEntry("gross", new BigDecimal("38.11"))
                .containsEntry("fee", new BigDecimal("0.92"))
                .containsEntry("net", new BigDecimal("37.19"))
                .containsEntry("original_gross", new BigDecimal("35"));
        assertThat(donation().get("settled_at")).hasToString("2026-09-05 12:34:56.0");
    }

    @ParameterizedTest
    @CsvSource({
        // fee before, fee after: 0.80 euros
        "0,    0.93, 39.81",
        "1.20, 1.20, 40.74",
    })
    void fillsInAFeeThatNobodyKnew(BigDecimal before, BigDecimal after, BigDecimal net) {
        sql.sql("update contribution set fee = ?").param(before).update();

        settled.pushSample("valid-eur");

        assertThat(donation())
                .containsEntry("settled_donation_amount", new BigDecimal("32.30"))
                .containsEntry("settled_fee_amount", new BigDecimal("-0.80"))
                .containsEntry("gross", new BigDecimal("40.74"))
                .containsEntry("fee", after)
                .containsEntry("net", net);
    }

    @Test
    void leavesAFeeThatTheReportDoesNotTell() {
        sql.sql("update contribution set fee = 1.20").update();

        settled.push(TestMessage.with(settled.sample("valid-usd"), "'settled_fee_amount':null"));

        assertThat(donation())
                .containsEntry("fee", new BigDecimal("1.20"))
                .containsEntry("net", new BigDecimal("36.91"));
    }

    @Test
    void keepsWhatWasTakenBackBesideWhatArrived() {
        settled.pushOneByOne(settled.sample("valid-usd"), settled.sample("edge-reversal"));

        assertThat(donation())
                .containsEntry("settled_donation_amount", new BigDecimal("38.11"))
                .containsEntry("settled_reversal_amount", new BigDecimal("-35.00"))
                .containsEntry("settled_fee_reversal_amount", new BigDecimal("0.00"))
                .containsEntry("settlement_batch_reference", "adyen_1142_USD")
                .containsEntry("settlement_batch_reversal_reference", "adyen_1150_USD")
                .containsEntry("gross", new BigDecimal("38.11"));
    }

    @Test
    void settlesOnce() {
        String usd = settled.sample("valid-usd");

        var receipt = settled.pushOneByOne(usd, settled.sample("valid-eur"), usd);

        assertThat(receipt).isEqualTo(new Receipt(2, 1, 0));
        assertThat(donation()).containsEntry("settlement_currency", "EUR");
    }

    @ParameterizedTest
    @CsvSource({
        // field, value, reason
        "contribution_id,      '',      contribution_id is missing",
        "contribution_id,      7,       there is no contribution 7",
        "settled_date,         someday, settled_date is missing",
        "settled_currency,     '',      settled_currency is missing",
        "settled_currency,     euro,    a currency is no code of three letters",
        "settled_total_amount, '',      settled_total_amount is missing",
        "settled_total_amount, 1e30,    an amount is not below 10^17",
    })
    void makesADeadLetterOfWhatItCannotSettle(String field, String value, String reason) {
        var before = donation();
        String wrong = TestMessage.with(settled.sample("valid-usd"), "'%s':'%s'".formatted(field, value));

        var receipt = settled.push(wrong);

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(settled.deadLetters()).containsExactly(wrong);
        assertThat(settled.lastError()).contains(reason);
        assertThat(donation()).isEqualTo(before);
    }

    private Map<String, Object> donation() {
        return sql.sql("select * from contribution").query().singleRow();
    }
}
