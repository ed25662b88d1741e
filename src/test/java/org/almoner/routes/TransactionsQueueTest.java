package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.almoner.transaction.Expired;
import org.almoner.transaction.Story;
import org.almoner.transaction.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AlmonerTest
class TransactionsQueueTest {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionsQueueTest.class);

    private static final List<String> STORIES = List.of(
            "ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(OK) UADD(OK)",
            "ACT AREQ ACOMP(OK) CREQ CERR CRETRY CLOSED(KO) RREQ RERR RRETRY RDONE",
            "ACT UCANC CERR CLOSED(OK)",
            "ACT AREQ AWAIT ACOMP(KO) CREQ CFAIL",
            "ACT AREQ ACOMP(OK) CREQ CLOSED(OK) EXP UREQ(KO) UERR EXP RREQ RERR RDONE",
            "ACT AREQ EXP ACOMP(OK) CREQ CSYN CLOSED(OK) UREQ(OK) RREQ RDONE",
            "ACT EXP AREQ ACOMP(OK)");

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @Autowired
    Transactions store;

    @Autowired
    TransactionTemplate database;

    TestQueue transactions;
    KeptTransactions kept;

    @BeforeEach
    void queue() {
        transactions = new TestQueue("transactions", redis, sql);
        kept = new KeptTransactions(sql);
    }

    @Test
    void keepsEachEventAndShowsWhereTheyLead() {
        var story = Story.of("ACT AREQ ACOMP(OK) CREQ");

        var receipt = push(story.messages());

        assertThat(receipt).isEqualTo(new Receipt(4, 0, 0));
        assertThat(kept.events(story.id()))
                .containsExactly(
                        "1 ACTIVATED", "2 AUTHORIZATION_REQUESTED", "3 AUTHORIZATION_COMPLETED", "4 CLOSURE_REQUESTED");
        assertThat(kept.view(story.id())).isEqualTo("CLOSURE_REQUESTED 08:00:00 08:00:03 4");
    }

    @Test
    void keepsAnEventOnceWhetherItComesAtOnceOrLater() {
        var story = Story.of("ACT AREQ");
        var message = story.messages().get(1);
        push(story.messages());

        var receipt = push(List.of(message, message));
        transactions.push(message);

        assertThat(receipt).isEqualTo(new Receipt(2, 2, 0));
        assertThat(transactions.receipt()).isEqualTo(new Receipt(2, 3, 0));
        assertThat(kept.view(story.id())).isEqualTo("AUTHORIZATION_REQUESTED 08:00:00 08:00:01 2");
    }

    @Test
    void keepsWhatComesBeforeItsPaymentIsActivated() {
        var story = Story.of("ACT AREQ EXP");
        var messages = new ArrayList<>(story.messages());
        Collections.reverse(messages);

        var receipt = push(messages.subList(0, 2));
        int views = views();
        push(messages.subList(2, 3));

        assertThat(receipt).isEqualTo(new Receipt(2, 0, 0));
        assertThat(views).isZero();
        assertThat(kept.view(story.id())).isEqualTo("EXPIRED 08:00:00 08:00:02 3");
    }

    @Test
    void foldsALateEventInItsPlace() {
        var story = Story.of("ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(OK)");
        var messages = new ArrayList<>(story.messages());
        String late = messages.remove(4);
        push(messages);
        String before = kept.view(story.id());

        transactions.push(late);

        assertThat(before).isEqualTo("CLOSURE_REQUESTED 08:00:00 08:00:05 5");
        assertThat(kept.view(story.id())).isEqualTo("NOTIFICATION_REQUESTED 08:00:00 08:00:05 6");
        assertThat(kept.events(story.id())).contains("6 CLOSED");
    }

    @Test
    void remembersWhenTheRefundOfAnExpiredPaymentIsToBeDecided() {
        var story = Story.of("ACT AREQ EXP RREQ");

        push(story.messages().subList(0, 3));
        boolean whenExpired = kept.isUndecided(story.id());
        push(story.messages().subList(3, 4));

        assertThat(whenExpired).isTrue();
        assertThat(kept.isUndecided(story.id())).isFalse();
    }

    @Test
    void makesAnEventThatMakesNoSenseADeadLetter() {
        var story = Story.of("ACT AREQ ACOMP(OK)");
        var messages = new ArrayList<>(story.messages());
        messages.set(1, messages.get(1).replace("TRANSACTION_AUTHORIZATION_REQUESTED_EVENT", "TRANSACTION_LOST_EVENT"));

        var receipt = push(messages);

        assertThat(receipt).isEqualTo(new Receipt(2, 0, 1));
        assertThat(transactions.deadLetters()).containsExactly(messages.get(1));
        assertThat(transactions.lastError()).isEqualTo("eventCode is none that is known");
        assertThat(kept.view(story.id())).isEqualTo("ACTIVATED 08:00:00 08:00:02 2");
    }

    @Test
    void makesAnEventWithTheIdOfAnotherPaymentsADeadLetter() {
        var story = Story.of("ACT");
        var other = Story.of("ACT");
        String stolen = other.messages()
                .get(0)
                .replace(
                        other.events().get(0).id().toString(),
                        story.events().get(0).id().toString());

        var receipt = transactions.push(story.messages().get(0), stolen);

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 1));
        assertThat(transactions.lastError()).contains("transaction_event_pk");
    }

    @Test
    void endsTheSameInWhateverOrderTwoThousandEventsCome() {
        var stories = IntStream.range(0, 200)
                .mapToObj(n -> Story.of(STORIES.get(n % STORIES.size())))
                .toList();
        List<String> shuffled = new ArrayList<>(
                stories.stream().flatMap(story -> story.messages().stream()).toList());
        long seed = System.nanoTime();
        LOG.info("seed {}", seed);
        Collections.shuffle(shuffled, new Random(seed));
        shuffled.addAll(shuffled.subList(0, 2000 - shuffled.size())); // some of them twice

        var receipt = push(shuffled);

        assertThat(receipt.messages()).isEqualTo(2000);
        assertThat(receipt.dead()).isZero();
        assertThat(stories).allSatisfy(story -> assertThat(kept.status(story.id()))
                .isEqualTo(story.transaction().status().name()));
        assertThat(stories)
                .allSatisfy(story -> assertThat(kept.events(story.id())).hasSameSizeAs(story.events()));
        assertThat(views()).isEqualTo(200);
    }

    @Test
    void waitsForACaretakerThatHasThePaymentInHand() {
        var story = Story.of("ACT AREQ");
        push(story.messages().subList(0, 1));

        database.executeWithoutResult(status -> {
            var history =
                    Objects.requireNonNull(store.histories(List.of(story.id())).get(story.id()));
            redis.opsForList().rightPush("transactions", story.messages().get(1));
            await().until(() -> waitingForALock() > 0);
            var expired = history.transaction().orElseThrow().expired(Instant.now());
            store.expire(List.of(new Expired(expired, Instant.now())));
        });

        await().untilAsserted(() -> assertThat(transactions.receipt()).isEqualTo(new Receipt(2, 0, 0)));
        assertThat(kept.events(story.id())).containsExactly("1 ACTIVATED", "2 EXPIRED", "3 AUTHORIZATION_REQUESTED");
        assertThat(kept.status(story.id())).isEqualTo("EXPIRED");
        assertThat(kept.isUndecided(story.id())).isTrue();
    }

    private int waitingForALock() {
        return sql.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                .query(Integer.class)
                .single();
    }

    private Receipt push(List<String> messages) {
        return transactions.push(messages.toArray(String[]::new));
    }

    private int views() {
        return sql.sql("select count(*) from transaction_view")
                .query(Integer.class)
                .single();
    }
}
