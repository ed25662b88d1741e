package org.almoner.admin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.almoner.admin.ReceiverStatus.State;
import org.almoner.queue.Gate;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.stereotype.Component;
import org.springframework.util.function.ThrowingConsumer;

/** What consumes in this process: queues, which have a gate, and schedules, for which Quartz runs or stands by. */
@Component
class Receivers {

    private final Gate gate;
    private final CamelContext camel;

    Receivers(Gate gate, CamelContext camel) {
        this.gate = gate;
        this.camel = camel;
    }

    /** Routes as well that have stopped, by themselves after a bad deploy or by somebody's hand. */
    void start() {
        gate.open();
        try {
            if (quartz().isPresent()) {
                quartz().get().start();
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedules cannot be started", e);
        }
        all().filter(route -> !isStarted(route))
                .map(Route::getId)
                .forEach(ThrowingConsumer.of(camel.getRouteController()::startRoute));
    }

    /** What is in hand is finished. */
    void stop() {
        gate.shut();
        try {
            if (quartz().isPresent()) {
                quartz().get().standby();
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedules cannot be stopped", e);
        }
    }

    List<ReceiverStatus> statuses() {
        return all().map(route -> new ReceiverStatus(route.getId(), isUp(route) ? State.UP : State.DOWN))
                .toList();
    }

    private Stream<Route> all() {
        return camel.getRoutes().stream().filter(route -> isQueue(route) || isSchedule(route));
    }

    private boolean isStarted(Route route) {
        return camel.getRouteController().getRouteStatus(route.getId()).isStarted();
    }

    private boolean isUp(Route route) {
        return isStarted(route) && (isQueue(route) ? gate.isBusy() : isBusy((QuartzEndpoint) route.getEndpoint()));
    }

    private boolean isBusy(QuartzEndpoint schedule) {
        try {
            var quartz = schedule.getComponent().getScheduler();
            return !quartz.isInStandbyMode()
                    || quartz.getCurrentlyExecutingJobs().stream()
                            .anyMatch(run -> run.getTrigger().getKey().equals(schedule.getTriggerKey()));
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedules cannot be looked at", e);
        }
    }

    /** None, where there are no schedules. */
    private Optional<Scheduler> quartz() {
        return Optional.ofNullable((QuartzComponent) camel.hasComponent("quartz"))
                .map(QuartzComponent::getScheduler);
    }

    private static boolean isQueue(Route route) {
        return route.getEndpoint().getEndpointBaseUri().startsWith("queue:");
    }

    private static boolean isSchedule(Route route) {
        return route.getEndpoint() instanceof QuartzEndpoint;
    }
}
