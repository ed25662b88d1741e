package org.almoner.batch.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.almoner.queue.Gate;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/** Whether the process has been asked to end, or to stop working, which runs look at between two chunks and while they wait. */
@Component
public class Stopping implements ApplicationListener<ContextClosedEvent> {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final ApplicationContext context;
    private final Gate gate;

    public Stopping(ApplicationContext context, Gate gate) {
        this.context = context;
        this.gate = gate;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (event.getApplicationContext() == context) { // and not that of a management port
            asked.countDown();
        }
    }

    public boolean isAsked() {
        return asked.getCount() == 0 || !gate.isOpen();
    }

    /** Waits for so long, or until the process is asked to end. */
    public void waitFor(Duration time) throws InterruptedException {
        asked.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }
}
