package org.almoner.start;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/** Holds the start until PostgreSQL and Redis answer, so that the application may be started before them. */
@Component
class StoresReachable implements BeanPostProcessor {
    private static final Logger log = LoggerFactory.getLogger(StoresReachable.class);
    private static final int PAUSE_MS = 3000;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource source) {
            await(new PostgresProbe(source));
        } else if (bean instanceof RedisConnectionFactory redis) {
            await(new RedisProbe(redis));
        }
        return bean;
    }

    // On a thread of its own: Spring can stop a context in the middle of its start only if the starting thread waits
    // without
    // a time limit; with one, Ctrl-C would have to wait for the store as well.
    private static void await(StoreProbe store) {
        CompletableFuture.runAsync(() -> awaitHere(store), StoresReachable::onItsOwn)
                .join();
    }

    private static void onItsOwn(Runnable wait) {
        var thread = new Thread(wait, "stores");
        thread.setDaemon(true);
        thread.start();
    }

    private static void awaitHere(StoreProbe store) {
        var missing = store.whatIsMissing();
        for (; missing.isPresent() && pause(); missing = store.whatIsMissing()) {
            log.warn("{} does not answer ({}); trying again every {} s", store, missing.get(), PAUSE_MS / 1000);
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
