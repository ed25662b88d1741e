package org.almoner.batch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.StepExecutionListener;

/** One line for each run of a caretaker that had something to do. */
class SaysWhatItDid implements StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(SaysWhatItDid.class);

    @Override
    public ExitStatus afterStep(StepExecution step) {
        if (step.getReadCount() > 0) {
            LOG.info("step={} read={} wrote={}", step.getStepName(), step.getReadCount(), step.getWriteCount());
        }
        return step.getExitStatus();
    }
}
