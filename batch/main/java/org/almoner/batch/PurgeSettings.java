package org.almoner.batch;

import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * For how long is kept what is not kept for ever.
 *
 * @param pending payments from their date, whatever became of them
 * @param resolvedPending payments from when their outcome was known
 * @param deadLetters their content, from when they failed last; their shell stays
 * @param handledKeys what makes a message that comes again a duplicate
 * @param receipts of claims
 * @param gatewayCalls that were answered
 * @param notifications their content, from when they came; their shell stays
 * @param runs what Spring Batch noted of the caretakers
 */
@ConfigurationProperties("almoner.purge")
record PurgeSettings(
        Duration pending,
        Duration resolvedPending,
        Duration deadLetters,
        Duration handledKeys,
        Duration receipts,
        Duration gatewayCalls,
        Duration notifications,
        Duration runs) {

    PurgeSettings {
        if (Stream.of(pending, resolvedPending, deadLetters, handledKeys, receipts, gatewayCalls, notifications, runs)
                .anyMatch(age -> age.toSeconds() < 1)) {
            throw new IllegalArgumentException("every age must be at least 1s, or all would be purged at once");
        }
    }
}
