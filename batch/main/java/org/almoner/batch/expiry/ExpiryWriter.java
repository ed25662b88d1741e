package org.almoner.batch.expiry;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.SkipListener;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.StepExecutionListener;
import org.springframework.batch.item.Chunk;
import org.springframework.batch.item.ItemWriter;

/** Has a page expire and keeps the run's record of it, in one unit of work. */
class ExpiryWriter implements ItemWriter<Candidate>, SkipListener<Candidate, Candidate>, StepExecutionListener {

    private final ExpiryRun run;
    private final ExpiryRuns runs;
    private final Expiry expiry;
    private final SetAside setAside;

    ExpiryWriter(ExpiryRun run, ExpiryRuns runs, Expiry expiry, SetAside setAside) {
        this.run = run;
        this.runs = runs;
        this.expiry = expiry;
        this.setAside = setAside;
    }

    @Override
    public void write(Chunk<? extends Candidate> page) {
        var items = page.getItems();
        var judgement = expiry.expire(items, run);
        judgement.unreadable().forEach(setAside::add);
        runs.add(run, judgement, items.get(items.size() - 1));
    }

    /** The database refused it, when all of its page were tried one by one. */
    @Override
    public void onSkipInWrite(Candidate refused, Throwable reason) {
        setAside.add(refused.transactionId(), reason.getClass().getSimpleName()); // its text may repeat the row
        runs.addFailed(run, refused);
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        if (step.getStatus() == BatchStatus.COMPLETED) {
            runs.end(run, CandidateReader.isComplete(step.getExecutionContext()));
        }
        return step.getExitStatus();
    }
}
