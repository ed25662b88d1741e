package org.almoner.batch;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.almoner.archive.EndedTransaction;
import org.almoner.archive.TransactionArchive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One run of the archive: a page after the other, each a unit of work, until as many are moved as its hour allows. */
class ArchiveRun implements Tasklet {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveRun.class);
    private static final int LARGEST_PAGE = 200;

    private final TransactionArchive archive;
    private final TransactionTemplate savepoint;
    private final Instant before;
    private int allowed;

    /** Those that stay are passed, not met again by the next page. */
    private EndedTransaction last = EndedTransaction.NONE;

    ArchiveRun(
            TransactionArchive archive,
            PlatformTransactionManager transactions,
            ArchiveSettings settings,
            Clock clock) {
        this.archive = archive;
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
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
        Set<String> moved = move(ids);
        List<String> others = ids.stream().filter(id -> !moved.contains(id)).toList();
        setAside(others, contribution);
        ids.forEach(id -> contribution.incrementReadCount());
        contribution.incrementWriteCount(moved.size());
        allowed -= moved.size();
        return RepeatStatus.continueIf(allowed > 0);
    }

    /** Of a page that the database refuses, each half by itself, until the one is found that it is about. */
    private Set<String> move(List<String> ids) {
        try {
            return Objects.requireNonNull(savepoint.execute(status -> archive.move(ids)));
        } catch (DataIntegrityViolationException e) {
            if (ids.size() == 1) {
                return Set.of();
            }
            int half = ids.size() / 2;
            var moved = new HashSet<>(move(ids.subList(0, half)));
            moved.addAll(move(ids.subList(half, ids.size())));
            return moved;
        }
    }

    private static void setAside(List<String> others, StepContribution contribution) {
        if (!others.isEmpty()) {
            LOG.error(
                    "{} transactions are not moved, {} the first of them: history refuses it, or has another version of it",
                    others.size(),
                    others.get(0));
            others.forEach(id -> contribution.incrementProcessSkipCount());
        }
    }
}
