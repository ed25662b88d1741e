package org.almoner.crash;

import org.almoner.queue.Breakage;

/** A process that moves old payments to history, the whole of its pages in a run and a run a second. */
final class Archiver {

    /** As {@code ArchiveRun} has it. */
    static final int PAGE = 200;

    private static final String[] SETTINGS = {
        "--crash.archiver=true",
        "--camel.main.routes-include-pattern=file:routes/schedules/archive-transactions.camel.yaml,"
                + "file:src/test/resources/crash/scheduler/resumption.camel.yaml",
        "--spring.batch.job.enabled=false",
        "--almoner.lease.term=1s",
        "--almoner.archive.cron=* * * * * *",
        "--almoner.archive.low-rate=" + 10 * PAGE,
        "--almoner.archive.high-rate=" + 10 * PAGE
    };

    private Archiver() {}

    static WorkerProcess boot(Stores stores) {
        return WorkerProcess.boot(stores, Breakage.NONE, SETTINGS);
    }
}
