package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class GatewayAnswersQueueTest {

    private static final String REFUNDED =
            """
            {"call_key":"refund:dlocal:D-4","gateway":"dlocal","purpose":"cancelled-gift-refunded",
             "payment":{"orderId":"7.1","gatewayTxnId":"D-4","sessionId":null},"outcome":"DONE","reason":"",
             "detail":{"gateway_refund_id":"REF-9"},
             "context":{"type":"refund","gateway":"dlocal","gateway_parent_id":"D-4","gross":"300.00","gross_currency":"INR"}}""";

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue answers;
    TestQueue refunds;

    @BeforeEach
    void queues() {
        answers = new TestQueue("gateway-answers", redis, sql);
        refunds = new TestQueue("refund", redis, sql);
    }

    @Test
    void tellsOnWhatFollows() {
        answers.push(REFUNDED);

        await().until(() -> refunds.receipt().messages() == 1); // not yet: there is no such donation
        assertThat(refunds.deadLetters()).singleElement().satisfies(refund -> assertThat(refund)
                .contains("\"gateway_refund_id\":\"REF-9\"", "\"gateway_parent_id\":\"D-4\"", "\"gross\":\"300.00\""));
    }

    @Test
    void goesOnOnceForEachCall() {
        var receipt = answers.pushOneByOne(REFUNDED, REFUNDED.replace("REF-9", "REF-10"));

        assertThat(receipt).isEqualTo(new Receipt(1, 1, 0));
    }

    @Test
    void saysWhatSomebodyHasToSeeTo() {
        answers.push(REFUNDED.replace("DONE", "UNAVAILABLE"));

        assertThat(sql.sql("select kind from alert").query(String.class).single())
                .isEqualTo("payment of a cancelled gift not refunded");
        assertThat(refunds.receipt().messages()).isZero();
    }

    @Test
    void keepsAnAnswerThatNobodyWaitsFor() {
        var receipt = answers.push(REFUNDED.replace("cancelled-gift-refunded", "java.lang.Runtime"));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(answers.lastError()).contains("purpose is nobody's");
    }

    @Test
    void keepsWhatIsNoAnswer() {
        var receipt = answers.push("[]", "{\"call_key\":\"capture:adyen:1\"}", REFUNDED.replace("DONE", "PERHAPS"));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 3));
    }
}
