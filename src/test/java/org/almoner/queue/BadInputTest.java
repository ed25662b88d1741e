package org.almoner.queue;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever a producer pushes becomes one dead letter that says why, or is kept literally; its neighbours are handled. */
@AlmonerTest
@ExtendWith(OutputCaptureExtension.class)
class BadInputTest {

    /** Stands for personal data: it must not get into a reason or a log. */
    private static final String SECRET = "p.jansen@example.org";

    /** A message, and a part of the reason for which it is kept; none when it is legal. */
    record Sent(byte[] bytes, String reason) {

        static Sent text(String text, String reason) {
            return new Sent(text.getBytes(UTF_8), reason);
        }

        String show() {
            var text = new String(bytes, UTF_8);
            return text.length() > 200 ? text.substring(0, 200) + "…" : text;
        }
    }

    private static final String LEGAL = "";

    @Autowired
    RedisConnectionFactory redis;

    @Autowired
    JdbcClient sql;

    @ParameterizedTest
    @EnumSource
    void becomesADeadLetterWhenItIsNoMessage(AttackedQueue queue, CapturedOutput log) {
        var good = queue.good(SECRET);
        var sent = Stream.of(
                Sent.text("", "is empty"),
                Sent.text(" \n ", "is not a JSON object"),
                Sent.text(SECRET, "is not a JSON object"),
                Sent.text("\"" + SECRET + "\"", "is not a JSON object"),
                Sent.text("7", "is not a JSON object"),
                Sent.text("true", "is not a JSON object"),
                Sent.text("null", "is not a JSON object"),
                Sent.text("[" + good + "]", "is not a JSON object but an array"),
                Sent.text("{" + SECRET, "is not JSON"),
                Sent.text("{'" + SECRET + "':1}", "is not JSON"),
                Sent.text(good.substring(0, good.length() - 1), "is not JSON"),
                Sent.text(good + good, "is not JSON: something follows its end"),
                Sent.text(with(good, "\"x1\":NaN"), "is not JSON"),
                Sent.text(with(good, "\"x1\":-Infinity"), "is not JSON"),
                Sent.text(with(good, "\"x1\":\"\n\""), "is not JSON"),
                Sent.text(with(good, "\"" + SECRET + "\":1,\"" + SECRET + "\":2"), "a key stands there twice"),
                Sent.text("{\"x\":".repeat(100_000), "is over a limit"),
                Sent.text(with(good, "\"x1\":" + "[".repeat(100_000)), "is over a limit"),
                Sent.text(
                        with(good, "\"x1\":\"" + "x".repeat(10_000_000) + "\""),
                        "bytes long, more than the 1048576 allowed"),
                Sent.text(fields(100_000), "is over a limit"),
                Sent.text(with(good, "\"x1\":[" + "1,".repeat(100_000) + "1]"), "is over a limit"),
                invalid(good, 0xc0, 0xaf), // overlong
                invalid(good, 0xe0, 0x80, 0xaf),
                invalid(good, 0xc0, 0x80), // how Java writes U+0000
                invalid(good, 0x80), // a continuation of nothing
                invalid(good, 0xff),
                invalid(good, 0xe2, 0x82), // cut off
                invalid(good, 0xed, 0xa0, 0x80), // half of a surrogate pair
                invalid(good, 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80), // both halves, as CESU-8 has them
                invalid(good, 0xf4, 0x90, 0x80, 0x80), // past the end of Unicode
                new Sent(good.getBytes(UTF_16), "is not UTF-8 text"));

        pushAll(queue, sent.toList(), log);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BANNER_HISTORY")
    void becomesADeadLetterWhenATextCannotBeKept(AttackedQueue queue, CapturedOutput log) {
        var sent = new ArrayList<Sent>();
        for (String field : queue.texts) {
            sent.add(Sent.text(queue.with(field, "{\"x\":\"%s\"}".formatted(SECRET)), field));
            sent.add(Sent.text(queue.with(field, "[\"%s\"]".formatted(SECRET)), field));
            sent.add(Sent.text(queue.with(field, "\"" + SECRET + "\\u0000\""), field + " contains U+0000"));
            sent.add(Sent.text(
                    queue.with(field, "\"" + SECRET + "\\ud800\""), field + " contains half of a surrogate pair"));
            sent.add(Sent.text(queue.with(field, "\"\\udc00\\ud800\""), field + " contains half of a surrogate pair"));
            sent.add(Sent.text(queue.with(field, "\"" + "x".repeat(300_000) + "\""), "is over a limit"));
        }

        pushAll(queue, sent, log);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BANNER_HISTORY", "PENDING"})
    void boundsEveryAmount(AttackedQueue queue, CapturedOutput log) {
        boolean isCapped = queue != AttackedQueue.PAYMENTS_INIT;
        var sent = new ArrayList<Sent>();
        for (String field : queue.amounts) {
            for (String huge : List.of("1e200000", "1e2000000000", "\"1e200000\"")) {
                sent.add(Sent.text(queue.with(field, huge), isCapped ? LEGAL : "amount is not between 0 and 10^17"));
            }
            for (String absurd :
                    List.of("1e99999999999", "\"NaN\"", "\"Infinity\"", "\"12 " + SECRET + "\"", "\"0x10\"")) {
                sent.add(Sent.text(queue.with(field, absurd), field + " is not a decimal number"));
            }
            sent.add(Sent.text(queue.with(field, "1" + "0".repeat(200)), "is over a limit"));
            sent.add(Sent.text(queue.with(field, "-0"), LEGAL));
            sent.add(Sent.text(queue.with(field, "1e-200000"), LEGAL));
            sent.add(Sent.text(queue.with(field, "-1e-2000000000"), LEGAL));
        }

        pushAll(queue, sent, log);
    }

    @ParameterizedTest
    @EnumSource
    void keepsStatementsAndLogLinesForWhatTheyAre(AttackedQueue queue, CapturedOutput log) {
        var tables = tables();
        var messages = new ArrayList<String>();
        for (String field : queue.texts) {
            for (String attack : List.of(
                    "x'); drop table pending_payment; --",
                    "' or 1=1",
                    "x\\r\\nERROR forged line",
                    "\\u001b[31m${jndi:ldap://forged} %n {} ${body} ${bean:relay}")) {
                messages.add(queue.with(field, "\"" + attack + "\""));
                messages.add(queue.good("x").replaceFirst(field, java.util.regex.Matcher.quoteReplacement(attack)));
            }
        }

        push(queue, messages.stream().map(text -> text.getBytes(UTF_8)).toList());

        assertThat(tables()).isEqualTo(tables);
        assertThat(errors()).noneMatch(error -> error.contains("\n") || error.contains("\r") || error.contains("drop"));
        assertThat(log)
                .doesNotContain("\nERROR forged")
                .doesNotContain("drop table")
                .doesNotContain("\u001b[31m");
    }

    @Test
    void keepsALegalTextLiterally() {
        String legal = "'; drop table x; -- ${body} \\\\ \\\" %s \\u00e9 \\ud83d\\ude00 é 😀 \u202e";

        push(AttackedQueue.PENDING, List.of(AttackedQueue.PENDING.good(legal).getBytes(UTF_8)));

        assertThat(sql.sql("select order_id from pending_payment")
                        .query(String.class)
                        .single())
                .isEqualTo("'; drop table x; -- ${body} \\ \" %s é 😀 é 😀 \u202e");
        assertThat(sql.sql("select message from pending_payment")
                        .query(String.class)
                        .single())
                .isEqualTo(AttackedQueue.PENDING.good(legal));
    }

    @Test
    void neverHoldsManyLargeMessagesAtOnce() {
        var large = new byte[10_000_000];
        var messages = Stream.generate(() -> large).limit(12).toList();

        push(AttackedQueue.PENDING, messages);

        assertThat(sql.sql("select max(handled + duplicate + dead) from claim_receipt")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(sql.sql("select attempts, length(body) from dead_letter")
                        .query()
                        .singleRow())
                .isEqualTo(Map.of("attempts", 12, "length", 10_000_000));
    }

    /** All in one push, a good message around each, so that good and bad ones share their claims. */
    private void pushAll(AttackedQueue queue, List<Sent> sent, CapturedOutput log) {
        var messages = new ArrayList<byte[]>();
        for (int number = 0; number < sent.size(); number++) {
            messages.add(queue.good("order " + number)
                    .replace("\"7\"", "\"%d\"".formatted(number + 8))
                    .getBytes(UTF_8));
            messages.add(sent.get(number).bytes());
        }

        push(queue, messages);

        assertThat(letters())
                .containsExactlyInAnyOrderElementsOf(sent.stream()
                        .filter(one -> !one.reason().equals(LEGAL))
                        .map(one -> hash(one.bytes()))
                        .toList());
        for (Sent one : sent) {
            if (!one.reason().equals(LEGAL)) {
                assertThat(errorOf(one.bytes()))
                        .as(one.show())
                        .contains(one.reason())
                        .doesNotContain(SECRET);
            }
        }
        assertThat(sql.sql("select count(*) from dead_letter where kind <> 'invalid' or attempts <> 1")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(log).doesNotContain(SECRET);
    }

    private void push(AttackedQueue queue, List<byte[]> messages) {
        if (messages.isEmpty()) {
            return;
        }
        try (var connection = redis.getConnection()) {
            var staged = "staged".getBytes(UTF_8); // one by one: a hundred megabytes in one command may time out
            messages.forEach(message -> connection.listCommands().rPush(staged, message));
            connection.keyCommands().rename(staged, queue.list.getBytes(UTF_8));
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        sql.sql("select coalesce(sum(handled + duplicate + dead), 0) from claim_receipt")
                                .query(Integer.class)
                                .single())
                .isEqualTo(messages.size()));
    }

    private static String with(String good, String member) {
        return good.substring(0, good.length() - 1) + "," + member + "}";
    }

    private static String fields(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "\"" + Integer.toString(number, 36) + "\":1")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Sent invalid(String good, int... bytes) {
        var message = new ByteArrayOutputStream();
        message.writeBytes(with(good, "\"x1\":\"").replace("}", "").getBytes(UTF_8));
        for (int one : bytes) {
            message.write(one);
        }
        message.writeBytes("\"}".getBytes(UTF_8));
        return new Sent(message.toByteArray(), "is not UTF-8 text");
    }

    private List<String> letters() {
        return sql.sql("select encode(sha256(body), 'hex') from dead_letter")
                .query(String.class)
                .list();
    }

    private static String hash(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(new Message(bytes).sha256());
    }

    private String errorOf(byte[] body) {
        return sql.sql("select error from dead_letter where body_sha256 = ?")
                .param(new Message(body).sha256())
                .query(String.class)
                .single();
    }

    private List<String> errors() {
        return sql.sql("select error from dead_letter").query(String.class).list();
    }

    private List<String> tables() {
        return sql.sql("select tablename from pg_tables where schemaname = 'public' order by 1")
                .query(String.class)
                .list();
    }
}
