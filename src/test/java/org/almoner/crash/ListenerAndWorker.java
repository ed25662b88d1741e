package org.almoner.crash;

import java.util.ArrayList;
import java.util.List;
import org.almoner.listener.RedisUser;
import org.almoner.simulator.Simulator;
import org.almoner.testing.AlmonerFolder;
import org.almoner.testing.AlmonerProcess;
import org.almoner.testing.SharedStores;
import org.almoner.testing.TestRedis;
import org.jspecify.annotations.Nullable;

/** A process that listens and one that works, killed and begun again, between stores and gateways that live on. */
final class ListenerAndWorker implements AutoCloseable {

    /** Whom a kill hits. */
    enum Victim {
        LISTENER,
        WORKER,
        BOTH
    }

    final String database = SharedStores.newDatabase();
    final TestRedis redis = new TestRedis().start();
    final Simulator gateways = Simulator.start(0);

    private final String redisUser = RedisUser.addTo(redis);
    private final AlmonerFolder listening = AlmonerFolder.fresh();
    private final AlmonerFolder working = AlmonerFolder.fresh();
    private final String[] settings;
    private @Nullable AlmonerProcess listener;
    private @Nullable AlmonerProcess worker;

    ListenerAndWorker(String... settings) {
        var all = new ArrayList<>(List.of(settings));
        gateways.settings().forEach((name, value) -> all.add("--" + name + "=" + value));
        this.settings = all.toArray(String[]::new);
    }

    /** Kill -9 of those that run, and others in their place. Returns at once. */
    void replace(Victim victim) {
        if (victim != Victim.WORKER) {
            kill(listener);
            listener = AlmonerProcess.bootListener(listening, redisUser, settings);
        }
        if (victim != Victim.LISTENER) {
            kill(worker);
            worker = AlmonerProcess.boot(working, database, redis.url(), settings);
        }
    }

    /** Gateways find the listener from then on. */
    void awaitBegun() {
        if (listener != null && worker != null) {
            gateways.notify("http://127.0.0.1:" + listener.awaitStarted().port());
            worker.awaitStarted();
        }
    }

    private static void kill(@Nullable AlmonerProcess process) {
        if (process != null) {
            process.close();
        }
    }

    @Override
    public void close() {
        kill(listener);
        kill(worker);
        gateways.close();
        redis.close();
    }
}
