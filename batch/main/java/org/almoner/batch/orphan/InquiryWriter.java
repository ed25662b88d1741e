package org.almoner.batch.orphan;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.almoner.orphan.Inquiries;
import org.almoner.orphan.Inquiries.Inquiry;
import org.almoner.orphan.Overdue;
import org.almoner.queue.FollowUps;
import org.almoner.queue.FollowUps.Due;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.StepExecutionListener;
import org.springframework.batch.item.Chunk;
import org.springframework.batch.item.ItemWriter;

/** Has a page of payments asked about and keeps the run's record of it, in one unit of work. */
class InquiryWriter implements ItemWriter<Overdue>, StepExecutionListener {

    private static final String ANSWERS = "gateway-answers";

    private final long run;
    private final Inquiries inquiries;
    private final OrphanRuns runs;
    private final FollowUps followUps;
    private final Clock clock;

    InquiryWriter(long run, Inquiries inquiries, OrphanRuns runs, FollowUps followUps, Clock clock) {
        this.run = run;
        this.inquiries = inquiries;
        this.runs = runs;
        this.followUps = followUps;
        this.clock = clock;
    }

    @Override
    public void beforeStep(StepExecution step) {
        runs.begin(run);
    }

    @Override
    public void write(Chunk<? extends Overdue> page) {
        List<Inquiry> made = new ArrayList<>();
        page.forEach(overdue -> made.add(inquiries.ask(overdue)));
        var known = made.stream()
                .flatMap(inquiry -> inquiry.answer().stream())
                .map(answer -> new Due(answer, clock.instant()))
                .toList();
        if (!known.isEmpty()) {
            followUps.send(ANSWERS, known);
        }
        runs.add(run, page.getItems().get(0).date(), made);
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        if (step.getStatus() == BatchStatus.COMPLETED) {
            runs.end(run);
        }
        return step.getExitStatus();
    }
}
