package org.almoner.transaction;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long payments are waited for.
 *
 * @param receiptTimeout how long after a good closure a receipt may be requested
 * @param reissueAfter how long after its expiry message came an expired payment may stay undecided before another is sent
 */
@ConfigurationProperties("almoner.transactions")
public record TransactionSettings(Duration receiptTimeout, Duration reissueAfter) {}
