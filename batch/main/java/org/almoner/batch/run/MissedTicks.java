package org.almoner.batch.run;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.explore.JobExplorer;
import org.springframework.stereotype.Component;

/** Finds out which tick of a schedule nobody has run: all processes were down, or another run took too long. */
@Component
class MissedTicks {

    /** Of the job parameter that makes a tick the identity of a run. */
    static final String TICK = "tick";

    /** Until then, whoever is on time may still begin. */
    private static final Duration LATE = Duration.ofSeconds(10);

    private final JobExplorer explorer;
    private final Clock clock;

    MissedTicks(JobExplorer explorer, Clock clock) {
        this.explorer = explorer;
        this.clock = clock;
    }

    /** The last one of several: they are caught up with once. None for a job that has never run. */
    Optional<Instant> of(String job, String cron) {
        return lastRun(job)
                .flatMap(last -> lastBetween(cron, last, clock.instant().minus(LATE)));
    }

    private Optional<Instant> lastRun(String job) {
        return Optional.ofNullable(explorer.getLastJobInstance(job))
                .map(explorer::getLastJobExecution)
                .map(JobExecution::getJobParameters)
                .map(parameters -> parameters.getString(TICK))
                .map(Instant::parse);
    }

    static Optional<Instant> lastBetween(String cron, Instant after, Instant until) {
        var ticks = utc(cron);
        Optional<Instant> last = Optional.empty();
        var tick = ticks.getNextValidTimeAfter(Date.from(after));
        while (tick != null && !tick.toInstant().isAfter(until)) {
            last = Optional.of(tick.toInstant());
            tick = ticks.getNextValidTimeAfter(tick);
        }
        return last;
    }

    private static CronExpression utc(String cron) {
        try {
            var ticks = new CronExpression(cron);
            ticks.setTimeZone(TimeZone.getTimeZone("UTC"));
            return ticks;
        } catch (ParseException e) {
            throw new IllegalArgumentException("no cron: " + cron, e);
        }
    }
}
