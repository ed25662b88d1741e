package org.almoner.refund;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What to think of money that went back.
 *
 * @param alertAbove part of a donation by which its refund may exceed it before somebody has to look
 * @param retryAfter when to try a payment of a recurring gift again whose bank says that it may be tried
 */
@ConfigurationProperties("almoner.refund")
record RefundSettings(BigDecimal alertAbove, Duration retryAfter) {}
