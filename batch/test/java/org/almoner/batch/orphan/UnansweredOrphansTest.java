package org.almoner.batch.orphan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What becomes of orphans whose gateways are away, or say no. */
@AlmonerTest
@Stopped({"rectify-orphans", "gateway-calls", "donations"})
class UnansweredOrphansTest {

    @Autowired
    ApplicationContext application;

    private TestOrphans orphans;
    private TestRectification caretaker;

    @BeforeEach
    void setUp() {
        orphans = TestOrphans.of(application);
        caretaker = new TestRectification(application, 5);
    }

    /** Its capture may have been made or not: the next run asks how it stands. */
    @ParameterizedTest
    @CsvSource({"PENDING_POKE, ACTING CAPTURE, 0", "COMPLETE, DECIDED COMPLETE, 1"})
    void changesNothingWhileAGatewayIsAway(String found, String state, int donations) {
        long orphan = caretaker.asksAbout(orphans.payment("7.1"));

        orphans.answer("STATUS", "7.1", "UNAVAILABLE");
        assertUntouched(orphan, "LEAVE");
        again("PENDING_POKE");
        orphans.answer("CAPTURE", "7.1", "UNAVAILABLE");
        assertUntouched(orphan, "CAPTURE");
        again(found);

        assertThat(orphans.stateOf(orphan)).isEqualTo(state);
        assertThat(orphans.sent("donations")).hasSize(donations);
    }

    /** It knows no such payment: its message stays for a while, in case that it remembers. */
    @ParameterizedTest
    @ValueSource(strings = {"STATUS", "CAPTURE"})
    void resolvesWhatTheGatewayRefuses(String ask) {
        long orphan = caretaker.asksAbout(orphans.payment("7.1"));
        if (ask.equals("CAPTURE")) {
            orphans.saysOf("7.1", "PENDING_POKE");
        }

        orphans.answer(ask, "7.1", "REFUSED");

        assertThat(orphans.stateOf(orphan)).isEqualTo("DECIDED FAILED");
        assertThat(orphans.pending(orphan)).isEqualTo("resolved");
        if (ask.equals("CAPTURE")) {
            await().untilAsserted(() -> assertThat(orphans.outcome()).isEqualTo("process failed"));
        }
    }

    @Test
    void looksAgainAtWhatTheGatewayDoesNotCancel() {
        long orphan = caretaker.asksAbout(orphans.payment("7.1"));
        orphans.saysOf("7.1", "PENDING_POKE", Map.of("cvv", 100, "avs", 100));

        orphans.answer("CANCEL", "7.1", "REFUSED");
        assertUntouched(orphan, "LEAVE");
        again("CANCELLED");

        assertThat(orphans.stateOf(orphan)).isEqualTo("DECIDED FAILED");
    }

    private void again(String state) {
        orphans.passTime();
        caretaker.run();
        orphans.saysOf("7.1", state);
    }

    private void assertUntouched(long orphan, String decision) {
        assertThat(orphans.stateOf(orphan)).isEqualTo("LEFT " + decision);
        assertThat(orphans.pending(orphan)).isEqualTo("open");
        assertThat(orphans.sent("donations")).isEmpty();
    }
}
