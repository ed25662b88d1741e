package org.almoner.batch.run;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.quartz.SchedulerException;
import org.springframework.stereotype.Component;

/** The schedules that are at work in this process: it has their routes, and nobody has stopped them. */
@Component
class Schedules {

    private final CamelContext camel;

    Schedules(CamelContext camel) {
        this.camel = camel;
    }

    boolean isAtWork(String job) {
        var route = camel.getRoute(job);
        return route != null && isAtWork(route);
    }

    /** Job and cron of each. */
    Map<String, String> crons() {
        return camel.getRoutes().stream()
                .filter(this::isAtWork)
                .collect(Collectors.toMap(Route::getId, route -> ((QuartzEndpoint) route.getEndpoint()).getCron()));
    }

    private boolean isAtWork(Route route) {
        try {
            return route.getEndpoint() instanceof QuartzEndpoint schedule
                    && camel.getRouteController().getRouteStatus(route.getId()).isStarted()
                    && !schedule.getComponent().getScheduler().isInStandbyMode();
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedules cannot be looked at", e);
        }
    }
}
