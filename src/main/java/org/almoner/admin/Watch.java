package org.almoner.admin;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.almoner.admin.Commands.Given;
import org.almoner.queue.Gate;
import org.almoner.queue.Host;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks every second what the newest command is, obeys it, and tells how the receivers are. Nothing is consumed before
 * the first look; while PostgreSQL is away, the last command that was seen holds.
 */
@Component
class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final String id = Host.name() + "/" + ProcessHandle.current().pid();
    private final AdminSettings settings;
    private final Commands commands;
    private final Instances instances;
    private final Receivers receivers;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "watch"));

    private @Nullable Given obeyed;
    private boolean away;

    Watch(AdminSettings settings, Commands commands, Instances instances, Receivers receivers, Gate gate) {
        this.settings = settings;
        this.commands = commands;
        this.instances = instances;
        this.receivers = receivers;
        gate.shut();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        thread.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
        try {
            instances.leave(id);
        } catch (RuntimeException e) {
            LOG.debug("leaves without good-bye", e);
        }
    }

    private void look() {
        try {
            obey(commands.newest(settings.deploymentVersion()));
            instances.beat(new InstanceStatus(id, settings.deploymentVersion(), receivers.statuses()));
            away = false;
        } catch (RuntimeException e) {
            if (!away) {
                LOG.warn("no commands can be seen, the last one holds: {}", e.getMessage());
            }
            away = true;
        }
    }

    /** Only what is new: a route that has been stopped for another reason stays so. */
    private void obey(Given newest) {
        if (newest.equals(obeyed)) {
            return;
        }
        switch (newest.command()) {
            case START -> receivers.start();
            case STOP -> receivers.stop();
        }
        LOG.info("command={} number={} is obeyed", newest.command(), newest.number());
        obeyed = newest;
    }
}
