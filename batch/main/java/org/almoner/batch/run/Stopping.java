package org.almoner.batch.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/** Whether the process has been asked to end, which runs look at between two chunks and while they wait. */
@Component
public class Stopping implements ApplicationListener<ContextClosedEvent> {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final ApplicationContext context;

    Stopping(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (event.getApplicationContext() == context) { // and not that of a management port
            asked.countDown();
        }
    }

    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits for so long, or until the process is asked to end. */
    public void waitFor(Duration time) throws InterruptedException {
        asked.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }
}
