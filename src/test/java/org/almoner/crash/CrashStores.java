package org.almoner.crash;

import java.util.concurrent.atomic.AtomicInteger;
import org.almoner.testing.SharedStores;
import org.almoner.testing.TestRedis;

/** Stores for workers: new databases on the shared PostgreSQL, and on a Redis that the shared application does not use. */
final class CrashStores {
    private static final TestRedis REDIS = new TestRedis().start();
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private CrashStores() {}

    static Stores fresh() {
        // 16 are there
        return new Stores(SharedStores.newDatabase(), REDIS.url() + "/" + NUMBERS.getAndIncrement()).migrated();
    }
}
