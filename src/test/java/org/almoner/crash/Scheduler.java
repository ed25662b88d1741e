package org.almoner.crash;

import org.almoner.queue.Breakage;

/** A process that has payments expire, as fast as it can be restarted. */
final class Scheduler {

    static final int PAGE = 50;

    private static final String[] SETTINGS = {
        "--crash.scheduler=true",
        "--camel.main.routes-include-pattern=file:src/test/resources/crash/*.camel.yaml,"
                + "file:src/test/resources/crash/scheduler/*.camel.yaml,file:routes/schedules/expire-pending.camel.yaml,"
                + "file:routes/shared/errors.camel.yaml,file:routes/shared/relay.camel.yaml",
        "--spring.batch.job.enabled=false",
        "--almoner.lease.term=1s",
        "--almoner.expiry.cron=*/2 * * * * *",
        "--almoner.expiry.grace-age=1h",
        "--almoner.expiry.max-duration=1h",
        "--almoner.expiry.spread=20s",
        "--almoner.expiry.page-delay=0s",
        "--almoner.expiry.page-size=" + PAGE
    };

    private Scheduler() {}

    static String[] settings() {
        return SETTINGS.clone();
    }

    static WorkerProcess boot(Stores stores) {
        return WorkerProcess.boot(stores, Breakage.NONE, SETTINGS);
    }
}
