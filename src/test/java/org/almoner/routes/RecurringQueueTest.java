package org.almoner.routes;

import static org.almoner.routes.RecurringGifts.DONOR;
import static org.almoner.routes.RecurringGifts.PAYPAL;
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

/** How recurring gifts begin. */
@AlmonerTest
class RecurringQueueTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue recurring;
    RecurringGifts gifts;

    @BeforeEach
    void donor() {
        recurring = new TestQueue("recurring", redis, sql);
        gifts = new RecurringGifts(sql);
        gifts.donor();
        gifts.rates();
    }

    @Test
    void beginsAGiftAfterASingleOne() {
        gifts.contribution(9, null, 417009020L);

        recurring.push(recurring
                .sample("valid-subscr-signup")
                .replace("\"language\"", "\"fiscal_number\":\"T-1\",\"language\""));

        assertThat(gifts.only())
                .containsEntry("contact_id", DONOR)
                .containsEntry("gateway", "adyen")
                .containsEntry("subscr_id", "RECURRING ADYEN HJ4K8P2W6ZQ1N9C3")
                .containsEntry("processor_id", "HJ4K8P2W6ZQ1N9C3")
                .containsEntry("invoice_id", "417009020.1")
                .containsEntry("amount", new BigDecimal("10.00"))
                .containsEntry("currency", "USD")
                .containsEntry("frequency_unit", "month")
                .containsEntry("cycle_day", 2)
                .containsEntry("status", "Pending")
                .containsEntry("payment_instrument", "Credit Card: Visa")
                .containsEntry("processor_contact_id", "417009020.1")
                .containsEntry("original_country", "US");
        assertThat(sql.sql("select contact_id, gateway, token, ip_address from payment_token")
                        .query()
                        .singleRow())
                .containsEntry("contact_id", DONOR)
                .containsEntry("gateway", "adyen")
                .containsEntry("token", "TKN9Q3M7B1XV5L28")
                .containsEntry("ip_address", "203.0.113.78");
        assertThat(sql.sql("select legal_identifier from contact")
                        .query(String.class)
                        .single())
                .isEqualTo("T-1");
        assertThat(mail()).contains("\"monthly_convert\"", "\"contact_id\":" + DONOR);
    }

    @Test
    void waitsForTheSingleGiftBeforeARecurringOne() {
        String fresh = recurring.sample("valid-subscr-signup").replaceAll(",\"source_enqueued_time\":[0-9]+", "");

        var receipt = recurring.push(fresh);

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(sql.sql("select kind from dead_letter where retry_at > now()")
                        .query(String.class)
                        .list())
                .containsExactly("not_yet");
        assertThat(recurring.deadLetters()).containsExactly(fresh);
        assertThat(sql.sql("select (select count(*) from contribution_recur) + (select count(*) from payment_token)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsByWhatAGatewayLetsUsChargeAgain() {
        gifts.contribution(9, null, 417009020L);
        String ingenico = recurring
                .sample("valid-subscr-signup")
                .replace("adyen", "ingenico")
                .replace(
                        "\"language\"",
                        "\"payment_service_id\":\"P-1\",\"initial_scheme_transaction_id\":7,\"language\"");

        recurring.push(ingenico);

        assertThat(gifts.only())
                .containsEntry("subscr_id", "RECURRING INGENICO HJ4K8P2W6ZQ1N9C3")
                .containsEntry("payment_service_id", "P-1")
                .containsEntry("initial_scheme_transaction_id", "7");
    }

    @Test
    void beginsAGiftThatItsGatewayKeeps() {
        recurring.push(signup("I-NEW1"));

        assertThat(gifts.only())
                .containsEntry("subscr_id", "I-NEW1")
                .containsEntry("payment_token_id", null)
                .containsEntry("cycle_day", 31);
        assertThat(sql.sql("select next_scheduled_at from contribution_recur")
                        .query(Instant.class)
                        .single())
                .isEqualTo("2026-10-31T00:00:00Z");
        assertThat(sql.sql("select first_name from contact join contribution_recur as r on r.contact_id = contact.id")
                        .query(String.class)
                        .single())
                .isEqualTo("Ida");
    }

    @Test
    void beginsAGiftOnce() {
        var receipt = recurring.pushOneByOne(signup("I-NEW1"), signup("I-NEW1").replace("\"gross\":3", "\"gross\":4"));

        assertThat(receipt).isEqualTo(new Receipt(1, 1, 0));
        assertThat(gifts.only()).containsEntry("amount", new BigDecimal("3.00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    "frequency_unit":"week"  | frequency_unit is neither month nor year
                    "frequency_interval":"2" | frequency_interval is not 1
                    "installments":12        | installments is not 0
                    "gross":"0"              | gross is not positive
                    "gross":"-3"             | gross is not positive
                    "currency":""            | currency is missing
                    "gateway":""             | gateway is missing
                    "subscr_id":""           | are all missing
                    """)
    void refusesAGiftThatWeCannotKeep(String wrong, String reason) {
        String field = wrong.substring(0, wrong.indexOf(':'));
        String message = signup("I-NEW1").replaceAll(field + ":[^,}]*,", "").replace("}", "," + wrong + "}");

        var receipt = recurring.push(message);

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(recurring.lastError()).contains(reason);
        assertThat(recurring.deadLetters()).containsExactly(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"txn_type\":\"subscr_modify\",\"gateway\":\"paypal\",\"subscr_id\":\"I-1\"}"})
    void refusesWhatIsNotSaidOfAGift(String message) {
        var receipt = recurring.push(message);

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(recurring.lastError()).contains("txn_type is none");
    }

    @Test
    void beginsAGiftByItsFirstPayment() {
        recurring.pushSample("valid-subscr-payment");

        assertThat(gifts.only())
                .containsEntry("subscr_id", PAYPAL)
                .containsEntry("gateway", "paypal_ec")
                .containsEntry("currency", "GBP");
        assertThat(gifts.donation())
                .containsEntry("contact_id", gifts.only().get("contact_id"))
                .containsEntry("contribution_recur_id", gifts.only().get("id"));
    }

    @Test
    void takesTheSignupAfterTheFirstPaymentForADuplicate() {
        var receipt = recurring.pushOneByOne(recurring.sample("valid-subscr-payment"), signup(PAYPAL));

        assertThat(receipt).isEqualTo(new Receipt(1, 1, 0));
    }

    @Test
    void onlyHasTheTokenForgottenWhenADonorDeclinesToGiveMonthly() {
        var receipt = recurring.pushSample("edge-monthly-convert-decline");

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(sql.sql("select count(*) from contribution_recur")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(sql.sql("select ask from gateway_call").query(String.class).single())
                .isEqualTo("FORGET");
    }

    private static String signup(String subscrId) {
        return """
                {"txn_type":"subscr_signup","gateway":"paypal","subscr_id":"%s","currency":"USD","gross":3,"frequency_unit":"month","frequency_interval":"1","installments":"0","email":"ida@example.org","first_name":"Ida","last_name":"Ahn","start_date":1793404800,"date":1788350400}"""
                .formatted(subscrId);
    }

    private String mail() {
        return await("mail").until(() -> redis.opsForList().index("mail", 0), text -> text != null);
    }
}
