package org.almoner.batch.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.batch.core.ExitStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Expiry messages are on their list when they are due: through the real outbox and the real relay, as a consumer sees them. */
@AlmonerTest
@Timeout(60)
class ExpiryArrivalTest {

    private static final Duration SPREAD = Duration.ofSeconds(4);
    private static final Duration WHILE_THE_JOB_STARTS = Duration.ofSeconds(2);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int PAYMENTS = 20;

    @Autowired
    ApplicationContext application;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    /** Young enough for the caretaker of the application to leave them alone. */
    @Test
    void isThereWithinASecondOfItsTimeAndNeverEarly() {
        var beginning = clock.instant().plus(WHILE_THE_JOB_STARTS).truncatedTo(ChronoUnit.MILLIS);
        new KeptStories(sql).keep(PAYMENTS, "ACT AREQ", beginning.minus(Duration.ofMinutes(5)));
        var settings = new ExpirySettings(
                "0 0 * * * *", 2, Duration.ZERO, null, SPREAD, HOUR, PAYMENTS, Duration.ZERO, "arrives-here");

        assertThat(TestExpiry.at(application, beginning).with(settings).run().getExitStatus())
                .isEqualTo(ExitStatus.COMPLETED);

        var arrivals = Stream.generate(this::arrival).limit(PAYMENTS).toList();
        for (int n = 0; n < PAYMENTS; n++) {
            var due = beginning.plus(SPREAD.dividedBy(PAYMENTS).multipliedBy(n + 1));
            assertThat(arrivals.get(n))
                    .as("message %d", n + 1)
                    .isAfterOrEqualTo(due)
                    .isCloseTo(due, within(1, ChronoUnit.SECONDS));
        }
    }

    /** The time at which a consumer that waits for the next message has it. */
    private Instant arrival() {
        Objects.requireNonNull(redis.opsForList().leftPop("arrives-here", Duration.ofSeconds(4)), "no message");
        return clock.instant();
    }
}
