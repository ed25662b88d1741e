package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
class PaymentsInitQueueTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue outcomes;

    @BeforeEach
    void queues() {
        outcomes = new TestQueue("payments-init", redis, sql);
    }

    @Test
    void keepsAnOutcome() {
        outcomes.pushSample("valid-complete");

        assertThat(sql.sql("select * from payments_initial").query().singleRow())
                .containsEntry("contribution_tracking_id", 417008907L)
                .containsEntry("order_id", "417008907.1")
                .containsEntry("gateway", "adyen")
                .containsEntry("gateway_txn_id", "Z4X8C2V6B0N3M5K7")
                .containsEntry("validation_action", "process")
                .containsEntry("payments_final_status", "complete")
                .containsEntry("payment_method", "cc")
                .containsEntry("payment_submethod", "visa")
                .containsEntry("country", "NL")
                .containsEntry("amount", new BigDecimal("35.00"))
                .containsEntry("currency_code", "EUR")
                .containsEntry("server", "front1")
                .containsEntry("failed", false);
    }

    @Test
    void takesTheLastWordOnAPayment() {
        String complete = outcomes.sample("valid-complete");
        String poked = complete.replace("\"complete\"", "\"pending-poke\"");

        outcomes.pushOneByOne(poked, complete);
        var receipt = outcomes.push(poked);

        assertThat(receipt).isEqualTo(new Receipt(2, 1, 0));
        assertThat(status()).isEqualTo("complete");
    }

    @Test
    void leavesAsItIsWhatAMessageLeavesOut() {
        String complete = outcomes.sample("valid-complete");
        String partial = complete.replace("\"country\":\"NL\",", "")
                .replace("\"amount\":\"35.00\",", "")
                .replace("\"complete\"", "\"cancelled\"");

        outcomes.pushOneByOne(complete, partial);

        assertThat(status()).isEqualTo("cancelled");
        assertThat(sql.sql("select country || ' ' || amount from payments_initial")
                        .query(String.class)
                        .single())
                .isEqualTo("NL 35.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "country",
                "amount",
                "currency",
                "server",
                "date",
                "gateway",
                "validation_action",
                "payments_final_status",
                "order_id",
                "contribution_tracking_id"
            })
    void makesAFirstWordThatLacksSomethingADeadLetter(String field) {
        String complete = outcomes.sample("valid-complete");
        String incomplete = complete.replaceFirst("\"" + field + "\":[^,]*,", "");

        var receipt = outcomes.push(incomplete, complete.replace("417008907", "417008908"));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 1));
        assertThat(outcomes.deadLetters()).containsExactly(incomplete);
        assertThat(sql.sql("select order_id from payments_initial")
                        .query(String.class)
                        .list())
                .containsExactly("417008908.1");
    }

    @ParameterizedTest
    @CsvSource({
        // gateway, validation action, final status, resolved
        "ingenico,  process, failed,    true",
        "paypal_ec, reject,  cancelled, true",
        "paypal_ec, review,  failed,    false",
        "paypal_ec, process, complete,  false",
        "adyen,     process, failed,    false",
        "dlocal,    process, failed,    false",
        "ingenico,  reject,  failed,    false",
    })
    void resolvesWhatWasPendingOfAFailedPayment(String gateway, String action, String status, boolean resolved) {
        String pending = "{\"gateway\":\"%s\",\"order_id\":\"417008907.%d\",\"date\":%d}";
        new TestQueue("pending", redis, sql)
                .push(
                        pending.formatted(gateway, 1, 1),
                        pending.formatted(gateway, 1, 2),
                        pending.formatted(gateway, 2, 1));

        outcomes.push(outcomes.sample("valid-complete")
                .replace("\"adyen\"", "\"" + gateway + "\"")
                .replace("\"process\"", "\"" + action + "\"")
                .replace("\"complete\"", "\"" + status + "\""));

        assertThat(sql.sql("select count(*) from pending_payment where resolved_at is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(resolved ? 2 : 0);
    }

    private String status() {
        return sql.sql("select payments_final_status from payments_initial")
                .query(String.class)
                .single();
    }
}
