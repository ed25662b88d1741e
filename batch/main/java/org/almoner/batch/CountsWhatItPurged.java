package org.almoner.batch;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.StepExecutionListener;

/** The metric {@code almoner.purged}: what each purge has deleted or emptied. */
record CountsWhatItPurged(MeterRegistry meters) implements StepExecutionListener {

    @Override
    public ExitStatus afterStep(StepExecution step) {
        meters.counter("almoner.purged", "what", step.getStepName()).increment(step.getWriteCount());
        return step.getExitStatus();
    }
}
