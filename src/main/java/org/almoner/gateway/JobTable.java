package org.almoner.gateway;

import java.util.Map;
import org.almoner.queue.InvalidMessage;

/** Which class name means which job of a gateway: all that there are, so that no message can have anything else run. */
public final class JobTable {

    /** What one class name stands for; within the unit of work of its message, so it calls no gateway but intends to. */
    @FunctionalInterface
    public interface Job {
        Onward run(GatewayJob job);
    }

    private final Map<String, Job> jobs;

    /** @param jobs by class name, without a leading backslash */
    public JobTable(Map<String, Job> jobs) {
        this.jobs = Map.copyOf(jobs);
    }

    public Onward run(GatewayJob job) {
        var known = jobs.get(job.name());
        if (known == null) {
            throw new InvalidMessage("class is none of this queue's jobs");
        }
        return known.run(job);
    }
}
