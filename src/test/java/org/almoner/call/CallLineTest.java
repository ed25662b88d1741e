package org.almoner.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayCalls;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.GatewayRefusal;
import org.almoner.gateway.PaymentReference;
import org.almoner.money.Money;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;

/** What becomes of a call; nobody goes on with these answers, so each is found among the dead letters. */
@AlmonerTest
class CallLineTest {

    private static final CallSettings SETTINGS = new CallSettings(
            4,
            1000,
            Duration.ofMinutes(1),
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            Duration.ofHours(3),
            Duration.ofMillis(200));

    @Autowired
    GatewayCalls calls;

    @Autowired
    DueCalls due;

    @Autowired
    CallMetrics metrics;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    private final TestGateway gateway = new TestGateway(call -> GatewayAnswer.done(call.context()));
    CallLine line;

    @BeforeEach
    void open() {
        line = new CallLine(gateway, due, new Accounts(SETTINGS), metrics, SETTINGS, clock);
    }

    @AfterEach
    void stop() {
        line.stop();
    }

    @Test
    void tellsTheAnswerToWhoeverWantedIt() throws JsonProcessingException {
        intend("1");

        takeUntilAnswered(1);

        assertThat(answers()).singleElement().satisfies(answer -> {
            assertThat(answer.path("outcome").asText()).isEqualTo("DONE");
            assertThat(answer.path("purpose").asText()).isEqualTo("nobody");
            assertThat(answer.path("context").path("number").asText()).isEqualTo("1");
            assertThat(answer.path("payment").path("gatewayTxnId").asText()).isEqualTo("txn-1");
        });
        assertThat(row("1")).isEqualTo("DONE after 1");
    }

    @Test
    void makesACallOnceWhoeverIntendsIt() {
        intend("1");
        intend("1");

        takeUntilAnswered(1);
        intend("1");
        line.takeDue();

        assertThat(gateway.asked).hasSize(1);
    }

    @Test
    void asksAgainWithTheSameKeyUntilThereIsAnAnswer() {
        gateway.answers(call -> {
            if (gateway.asked.size() < 4) {
                throw gateway.asked.size() < 3
                        ? new ResourceAccessException("read timed out")
                        : HttpClientErrorException.create(HttpStatus.TOO_MANY_REQUESTS, "slow down", null, null, null);
            }
            return GatewayAnswer.done(call.context());
        });
        intend("1");

        takeUntilAnswered(1);

        assertThat(gateway.asked).hasSize(4);
        assertThat(gateway.asked.stream().distinct()).hasSize(1);
        assertThat(row("1")).isEqualTo("DONE after 4");
    }

    @Test
    void takesANoForAnAnswer() {
        gateway.answers(call -> {
            if (call.key().endsWith("1")) {
                throw new GatewayRefusal("already captured");
            }
            throw HttpClientErrorException.create(HttpStatus.UNPROCESSABLE_ENTITY, "no", null, null, null);
        });
        intend("1");
        intend("2");

        takeUntilAnswered(2);

        assertThat(row("1")).isEqualTo("REFUSED after 1");
        assertThat(row("2")).isEqualTo("REFUSED after 1");
    }

    @Test
    void givesUpAfterATimeAndSaysSo() {
        gateway.answers(call -> {
            throw new GatewayFailure("away");
        });
        intend("1");
        sql.sql("update gateway_call set intended_at = intended_at - interval '4 hours'")
                .update();

        takeUntilAnswered(1);

        assertThat(row("1")).isEqualTo("UNAVAILABLE after 1");
    }

    @Test
    void leavesAGatewayAloneThatFailsAndGoesOnWhenItIsBack() {
        gateway.answers(call -> {
            throw new GatewayFailure("away");
        });
        IntStream.range(0, 30).forEach(number -> intend("" + number));
        await().until(() -> {
            line.takeDue();
            return sql.sql("select count(*) from gateway_call where reason = 'the gateway has failed too often'")
                            .query(Integer.class)
                            .single()
                    > 5;
        });

        gateway.answers(call -> GatewayAnswer.done(call.context()));
        takeUntilAnswered(30);

        assertThat(sql.sql("select count(*) from gateway_call where outcome = 'DONE'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(30);
    }

    @Test
    void takesOverWhatAProcessThatDiedHadInHand() {
        intend("1");
        assertThat(due.take("test", 10)).hasSize(1); // and dies

        assertThat(due.take("test", 10)).isEmpty();
        sql.sql("update gateway_call set due_at = due_at - interval '1 hour'").update();
        takeUntilAnswered(1);

        assertThat(row("1")).isEqualTo("DONE after 2");
    }

    @Test
    void recordsTheFirstOfTwoAnswers() {
        intend("1");
        var taken = due.take("test", 1).get(0);

        due.answer(taken, GatewayAnswer.done(taken.call().context()));
        due.answer(taken, GatewayAnswer.refused("already captured"));
        due.postpone(taken, Duration.ZERO, "late");

        await().untilAsserted(() -> assertThat(answers()).hasSize(1));
        assertThat(row("1")).isEqualTo("DONE after 1");
    }

    private void intend(String number) {
        calls.intend(new GatewayCall(
                "capture:test:" + number,
                "test",
                null,
                Ask.CAPTURE,
                PaymentReference.of("order-" + number, "txn-" + number),
                new Money(BigDecimal.TEN, "EUR"),
                "nobody",
                json.createObjectNode().put("number", number)));
    }

    private void takeUntilAnswered(int number) {
        await().untilAsserted(() -> {
            line.takeDue();
            assertThat(answers()).hasSize(number);
        });
    }

    private List<JsonNode> answers() throws JsonProcessingException {
        var answers = new ArrayList<JsonNode>();
        for (byte[] body : sql.sql("select body from dead_letter where queue = 'gateway-answers' order by id")
                .query(byte[].class)
                .list()) {
            answers.add(json.readTree(new String(body, UTF_8)));
        }
        return answers;
    }

    private String row(String number) {
        return sql.sql("select outcome || ' after ' || tries from gateway_call where key = :key")
                .param("key", "capture:test:" + number)
                .query(String.class)
                .single();
    }
}
