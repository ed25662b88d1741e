package org.almoner.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.almoner.queue.Gate;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A rate that is set is kept, also by pages that take longer now and then. */
class PaceTest {

    private static final Duration DELAY = Duration.ofMillis(100);
    private static final Duration WORK = Duration.ofMillis(30);

    private final AtomicLong now = new AtomicLong(-5);
    private final Stopping stopping = new Stopping(mock(ApplicationContext.class), mock(Gate.class)) {
        @Override
        public void waitFor(Duration time) {
            now.addAndGet(time.toNanos());
        }
    };
    private final Pace pace = new Pace(DELAY, stopping, now::get);

    @Test
    void letsOnePageBeginForEachDelay() {
        pages(600, WORK);

        assertThat(passed()).isEqualTo(Duration.ofSeconds(60).plus(WORK));
    }

    @Test
    void makesUpForAPageThatWasSlow() {
        pages(10, Duration.ZERO);
        now.addAndGet(Duration.ofMillis(700).toNanos());
        pages(20, WORK);

        assertThat(passed()).isEqualTo(DELAY.multipliedBy(30).plus(WORK));
    }

    @Test
    void makesUpForNoMoreThanASecond() {
        pages(10, Duration.ZERO);
        now.addAndGet(Duration.ofMinutes(5).toNanos());
        pages(100, Duration.ZERO);

        assertThat(passed()).isEqualTo(Duration.ofMinutes(5).plus(DELAY.multipliedBy(10 + 100 - 12)));
    }

    @Test
    void waitsForNothingWithoutADelay() throws InterruptedException {
        new Pace(Duration.ZERO, stopping, now::get).await();

        assertThat(passed()).isZero();
    }

    private void pages(int count, Duration each) {
        IntStream.range(0, count).forEach(n -> {
            page();
            now.addAndGet(each.toNanos());
        });
    }

    private void page() {
        try {
            pace.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Duration passed() {
        return Duration.ofNanos(now.get() + 5);
    }
}
