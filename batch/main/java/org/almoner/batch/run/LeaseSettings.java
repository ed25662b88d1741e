package org.almoner.batch.run;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a job belongs to its process.
 *
 * @param term after which the run of a process that died is taken over; renewed three times in it
 */
@ConfigurationProperties("almoner.lease")
record LeaseSettings(Duration term) {

    LeaseSettings {
        if (term.toMillis() < 1000) {
            throw new IllegalArgumentException("almoner.lease.term must be at least 1s, not " + term);
        }
    }

    Duration renewal() {
        return term.dividedBy(3);
    }
}
