package org.almoner.start;

import java.util.Optional;

/** Asks a store whether it is there. */
sealed interface StoreProbe permits PostgresProbe, RedisProbe {

    /** Why it cannot be reached for the time being, or nothing when it answers; throws when waiting would not help. */
    Optional<String> whatIsMissing();
}
