package org.almoner.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.almoner.transaction.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What payment services could not handle is archived, whatever it is, once. */
@AlmonerTest
class DeadLetterQueuesTest {

    private static final String TRANSACTIONS = "transactions-dead-letter";
    private static final String NOTIFICATIONS = "notifications-dead-letter";

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    RedisConnectionFactory connections;

    @Autowired
    JdbcClient sql;

    @Autowired
    ObjectMapper json;

    @AfterEach
    void acceptEverythingAgain() {
        sql.sql("alter table dead_letter_event drop constraint if exists refuses_all")
                .update();
    }

    /** DL-1. */
    @ParameterizedTest
    @ValueSource(strings = {TRANSACTIONS, NOTIFICATIONS})
    void keepAMessageAsItCameWithTheNameOfItsQueueAndItsReason(String name) {
        String message = message("ACT AREQ EXP").replace("{\"event\"", "{\"category\":\"PROCESSING_ERROR\",\"event\"");

        var receipt = queue(name).push(message);

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        var archived = archived();
        assertThat(archived.get("queue_name")).isEqualTo(name);
        assertThat(new String((byte[]) archived.get("data"), UTF_8)).isEqualTo(message);
        assertThat(archived.get("reason")).isEqualTo("PROCESSING_ERROR");
        assertThat(redis.hasKey(name)).isFalse();
    }

    /** Each of two equal messages is one that could not be handled. */
    @Test
    void keepEqualMessagesEach() {
        queue(TRANSACTIONS).push("{}", "{}");

        assertThat(count("dead_letter_event")).isEqualTo(2);
    }

    /** DL-5. */
    @ParameterizedTest
    @ValueSource(strings = {TRANSACTIONS, NOTIFICATIONS})
    void keepWhatCannotBeRead(String name) {
        List<byte[]> unreadable = List.of(
                new byte[0],
                new byte[] {(byte) 0xff, 0, '{'},
                "not JSON".getBytes(UTF_8),
                "[]".getBytes(UTF_8),
                "{\"event\":".getBytes(UTF_8),
                "{\"a\":".repeat(100_000).getBytes(UTF_8),
                ("\"" + "x".repeat(2_000_000) + "\"").getBytes(UTF_8));

        try (var connection = connections.getConnection()) {
            unreadable.forEach(message -> connection.listCommands().rPush(name.getBytes(UTF_8), message));
        }

        await().untilAsserted(() -> assertThat(count("dead_letter_event")).isEqualTo(unreadable.size()));
        assertThat(sql.sql("select data from dead_letter_event order by inserted_at, length(data)")
                        .query(byte[].class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(unreadable);
        assertThat(infos()).containsOnly("{}");
        assertThat(count("dead_letter")).isZero();
    }

    /** DL-7. */
    @Test
    void tellOfAPaymentThatWasOnlyActivated() throws Exception {
        var payment = Story.of("ACT");
        happened(payment);

        queue(TRANSACTIONS).push(payment.messages().get(0));

        assertThat(info())
                .isEqualTo(json.readTree(
                        """
                                {"transactionId":"%s","eCommerceStatus":"ACTIVATED","paymentTokens":["token1"],"grandTotal":100,
                                 "details":{"type":"NPG"}}
                                """
                                .formatted(payment.id())));
    }

    /** DL-8. */
    @Test
    void tellOfAPaymentByRedirect() throws Exception {
        var payment = Story.of("ACT AREQ(REDIRECT) EXP");
        happened(payment);

        queue(TRANSACTIONS).push(payment.messages().get(2));

        assertThat(info())
                .isEqualTo(json.readTree(
                        """
                                {"transactionId":"%s","authorizationRequestId":"order1","eCommerceStatus":"EXPIRED",
                                 "gateway":"REDIRECT","paymentTokens":["token1"],"grandTotal":120,
                                 "details":{"type":"REDIRECT","outcome":""}}
                                """
                                .formatted(payment.id())));
    }

    @Test
    void tellNothingOfAPaymentWhoseEventsCannotBeRead() {
        var payment = Story.of("ACT");
        happened(payment);
        sql.sql("update transaction_event set event_code = 'TRANSACTION_UNHEARD_OF_EVENT'")
                .update();

        queue(TRANSACTIONS).push(payment.messages().get(0));

        assertThat(infos()).containsExactly("{}");
    }

    /** EXP-10, from the expiry message to what somebody finds in the archive. */
    @Test
    void tellWhyAPaymentIsToBeCheckedByHand() {
        var payment = Story.of("ACT AREQ ACOMP(OK) EXP");
        happened(payment);

        queue("transactions-expired").push(payment.messages().get(3));

        await().untilAsserted(() -> assertThat(count("dead_letter_event")).isOne());
        assertThat(archived())
                .containsEntry("reason", "REFUND_MANUAL_CHECK_REQUIRED")
                .containsEntry("transaction_id", payment.id());
        assertThat(infos().get(0)).contains("\"eCommerceStatus\": \"EXPIRED\"", "\"gateway\": \"NPG\"");
    }

    /** DL-2, NEW-10. */
    @Test
    void loseNothingThatCannotBeKeptAndSetItAsideAfterFiveTries() {
        sql.sql("alter table dead_letter_event add constraint refuses_all check (false)")
                .update();

        queue(TRANSACTIONS).push("{}");
        for (int attempt = 1; attempt < 5; attempt++) {
            assertThat(letter()).containsEntry("attempts", attempt).containsEntry("state", "kept");
            assertThat(letter().get("retry_at")).isNotNull();
            queue(TRANSACTIONS).push("{}");
        }

        assertThat(letter())
                .containsEntry("attempts", 5)
                .containsEntry("retry_at", null)
                .containsEntry("error", "PostgreSQL refused it: SQL state 23514, constraint refuses_all");
        assertThat(new String((byte[]) letter().get("body"), UTF_8)).isEqualTo("{}");
        assertThat(count("dead_letter_event")).isZero();
    }

    /** DL-3, DL-4: what was kept and could not be taken from its queue comes again, and is known. */
    @Test
    void keepAMessageOnceThatComesAgainBecauseItWasNotDropped() {
        claimOfADeadWorker("committed", "{\"n\":1}");
        claimOfADeadWorker("not committed", "{\"n\":2}");
        sql.sql("insert into claim_receipt values ('committed', ?, 1, 0, 0, now())")
                .param(TRANSACTIONS)
                .update();

        await().until(() -> redis.opsForHash().size("almoner:{" + TRANSACTIONS + "}:claims") == 0);

        assertThat(sql.sql("select convert_from(data, 'UTF8') from dead_letter_event")
                        .query(String.class)
                        .list())
                .containsExactly("{\"n\":2}");
    }

    @Test
    void goAtThePaceThatIsSet() {
        queue(TRANSACTIONS)
                .push(IntStream.range(0, 21).mapToObj(n -> "{\"n\":" + n + "}").toArray(String[]::new));

        var commits = sql.sql("select committed_at from claim_receipt order by committed_at")
                .query(OffsetDateTime.class)
                .list();
        assertThat(commits).hasSizeGreaterThanOrEqualTo(3);
        for (int n = 1; n < commits.size(); n++) {
            assertThat(Duration.between(commits.get(n - 1), commits.get(n))).isGreaterThan(Duration.ofMillis(990));
        }
    }

    private void claimOfADeadWorker(String id, String message) {
        redis.opsForList().rightPush("almoner:{%s}:claim:%s".formatted(TRANSACTIONS, id), message);
        redis.opsForHash()
                .put(
                        "almoner:{" + TRANSACTIONS + "}:claims",
                        id,
                        "{\"worker\":\"dead\",\"at\":1,\"size\":1,\"deliveries\":1}");
    }

    private void happened(Story payment) {
        var messages = payment.messages().toArray(String[]::new);
        assertThat(queue("transactions").push(messages))
                .as(() -> queue("transactions").lastError())
                .isEqualTo(new Receipt(messages.length, 0, 0));
    }

    private TestQueue queue(String name) {
        return new TestQueue(name, redis, sql);
    }

    private static String message(String story) {
        var messages = Story.of(story).messages();
        return messages.get(messages.size() - 1);
    }

    private Map<String, Object> archived() {
        return sql.sql("select * from dead_letter_event").query().singleRow();
    }

    private Map<String, Object> letter() {
        return sql.sql("select * from dead_letter").query().singleRow();
    }

    private JsonNode info() throws Exception {
        return json.readTree(infos().get(0));
    }

    private List<String> infos() {
        return sql.sql("select transaction_info::text from dead_letter_event")
                .query(String.class)
                .list();
    }

    private int count(String table) {
        return sql.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
