package org.almoner.batch.expiry;

import static org.almoner.batch.expiry.TestExpiry.IN_WINDOW;
import static org.almoner.batch.expiry.TestExpiry.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.batch.core.ExitStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a run did not come to, or was not to have yet, a later one has expire. */
@AlmonerTest
@Timeout(60)
class ExpiryCatchUpTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient sql;

    private KeptStories payments;
    private TestExpiry expiry;

    @BeforeEach
    void setUp() {
        payments = new KeptStories(sql);
        expiry = TestExpiry.at(application, NOW);
    }

    /** W4. */
    @Test
    void letsNobodyStarveBehindThoseThatWait() {
        payments.keep(12, "ACT AREQ ACOMP(OK) CREQ CLOSED(OK)", NOW.minus(Duration.ofMinutes(64)));
        var others = payments.keep(12, "ACT", NOW.minus(Duration.ofMinutes(61)));

        expiry.run();

        assertThat(payments.expired()).containsExactlyInAnyOrderElementsOf(others);
    }

    /** W6: six hours down, and the oldest come first. */
    @Test
    void catchesUpOldestFirst() {
        expiry.run();
        var missed = IntStream.range(0, 6)
                .mapToObj(hour -> payments.keep("ACT", NOW.plus(HOUR.multipliedBy(hour))))
                .toList();

        expiry.later(HOUR.multipliedBy(7)).run();

        assertThat(expiry.messages()).containsExactlyElementsOf(missed);
    }

    /** A run that is cut by its deadline goes on where it ended, in the next one. */
    @Test
    void comesBackToWhatItsTimeWasTooShortFor() {
        payments.keep(12, "ACT", IN_WINDOW.minus(HOUR.multipliedBy(20)));
        expiry.plan(NOW); // and then its process was down for longer than half an interval

        assertThat(expiry.later(Duration.ofMinutes(31)).run(NOW).getExitStatus())
                .isEqualTo(ExitStatus.COMPLETED);

        assertThat(expiry.lastRun())
                .containsEntry("found", 12L)
                .containsEntry("expired", 0L)
                .containsEntry("remaining", 12L);
        expiry.later(HOUR).run();
        assertThat(expiry.lastRun())
                .containsEntry("found", 12L)
                .containsEntry("expired", 12L)
                .containsEntry("remaining", 0L);
    }

    /** And so the look-back may be short. */
    @Test
    void passesNothingThatStillWaits() {
        var id = payments.keep("ACT AREQ ACOMP(OK) CREQ CLOSED(OK)", NOW.minus(Duration.ofMinutes(61)));
        var noLookBack =
                new ExpirySettings("0 0 * * * *", 1, null, Duration.ZERO, null, HOUR, 5, Duration.ZERO, "expired-here");

        expiry.with(noLookBack).run();
        assertThat(expiry.lastRun()).containsEntry("waiting", 1L);
        expiry.with(noLookBack).later(HOUR).run();

        assertThat(payments.expired()).containsExactly(id);
    }
}
