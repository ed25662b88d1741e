package org.almoner.donation;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What to think of donations.
 *
 * @param largeFrom gross, in the reporting currency, from which somebody wants to hear of it
 */
@ConfigurationProperties("almoner.donation")
record DonationSettings(BigDecimal largeFrom) {}
