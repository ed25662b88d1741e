package org.almoner.simulator;

import java.time.Instant;

/**
 * A call as the log keeps it, without personal data.
 *
 * @param payment its id, or empty where the call was of none
 * @param key empty if the call had none
 * @param status that was sent, or 0 where the connection was cut
 */
public record LoggedCall(
        Instant time, String gateway, Operation operation, String payment, String key, Effect effect, int status) {}
