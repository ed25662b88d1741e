package org.almoner.call;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How gateways are asked.
 *
 * @param threads for each gateway, so that a slow one holds up no other
 * @param perSecond calls with one account of a gateway
 * @param again after which a call is taken for lost with the process that made it; longer than any call takes
 * @param retryDelay after the first try that failed; doubles with each, up to {@code longestDelay}, give or take a half
 * @param giveUpAfter from the intention on
 * @param breakFor how long an account is left alone of whose calls half have failed
 */
@ConfigurationProperties("almoner.gateway.calls")
record CallSettings(
        int threads,
        int perSecond,
        Duration again,
        Duration retryDelay,
        Duration longestDelay,
        Duration giveUpAfter,
        Duration breakFor) {}
