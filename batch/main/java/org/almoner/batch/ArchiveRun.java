package org.almoner.batch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.almoner.archive.EndedTransaction;
import org.almoner.archive.TransactionArchive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.repeat.RepeatStatus;

/** One run of the archive: a page after the other, each a unit of work, until as many are moved as its hour allows. */
class ArchiveRun implements Tasklet {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveRun.class);
    private static final int LARGEST_PAGE = 200;

    private final TransactionArchive archive;
    private final Instant before;
    private int allowed;

    /** Those that differ from what history has of them are passed, not met again by the next page. */
    private EndedTransaction last = EndedTransaction.NONE;

    ArchiveRun(TransactionArchive archive, ArchiveSettings settings, Clock clock) {
        this.archive = archive;
        this.before = settings.before(clock);
        this.allowed = settings.rate(clock);
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        var page = archive.ended(before, last, Math.min(allowed, LARGEST_PAGE));
        if (page.isEmpty()) {
            return RepeatStatus.FINISHED;
        }
        last = page.get(page.size() - 1);
        List<String> ids = page.stream().map(EndedTransaction::id).toList();
        Set<String> moved = archive.move(ids);
        List<String> differing = ids.stream().filter(id -> !moved.contains(id)).toList();
        setAside(differing, contribution);
        ids.forEach(id -> contribution.incrementReadCount());
        contribution.incrementWriteCount(moved.size());
        allowed -= moved.size();
        return RepeatStatus.continueIf(allowed > 0);
    }

    private static void setAside(List<String> differing, StepContribution contribution) {
        if (!differing.isEmpty()) {
            LOG.error(
                    "{} transactions are not moved, {} the first of them: history has another version of each",
                    differing.size(),
                    differing.get(0));
            differing.forEach(id -> contribution.incrementProcessSkipCount());
        }
    }
}
