package org.almoner.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Objects;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.scheduling.support.CronExpression;

/** Quartz ticks when Spring's cron says. */
class QuartzCronTest {

    private static final Instant START = Instant.parse("2026-09-02T08:34:00Z");
    private static final Instant UNTIL = Instant.parse("2026-10-20T00:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 0 */1 * * *",
                "*/10 0 0 * * *",
                "0 0 9-17 * * *",
                "0 30 2 * * MON-FRI",
                "0 30 2 * * 0",
                "0 30 2 * * 7",
                "0 30 2 ? * 1-5",
                "0 30 2 * * 5-7",
                "0 30 2 15 * ?",
                "0 0 12 1,15 9-10 *",
                "0 0 12 * * 2#1",
                "@daily"
            })
    void ticksAlike(String cron) throws ParseException {
        var spring = CronExpression.parse(cron);
        var quartz = new org.quartz.CronExpression(QuartzCron.of(cron));
        quartz.setTimeZone(TimeZone.getTimeZone("UTC"));

        for (var tick = START; tick.isBefore(UNTIL); ) {
            var next = Objects.requireNonNull(spring.next(tick.atZone(ZoneOffset.UTC)))
                    .toInstant();
            assertThat(quartz.getNextValidTimeAfter(Date.from(tick)).toInstant())
                    .isEqualTo(next);
            tick = next;
        }
    }

    @Test
    void neverTicksWhenToldSo() throws ParseException {
        assertThat(new org.quartz.CronExpression(QuartzCron.of("-")).getNextValidTimeAfter(Date.from(START)))
                .isAfter("2098-12-30");
    }

    @Test
    void refusesWhatQuartzCannot() {
        assertThatThrownBy(() -> QuartzCron.of("0 0 0 1 * MON")).hasMessageContaining("not both");
    }
}
