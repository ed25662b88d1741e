package org.almoner.start;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.ResourceReload;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.RouteWatcherReloadStrategy;
import org.springframework.stereotype.Component;

/** Where edited route files take effect at once: leaves the old route running when the new one cannot be made. */
@Component
final class LiveReload implements CamelContextConfiguration {
    @Override
    public void beforeApplicationStart(CamelContext camel) {
        // there is nothing to reload yet
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        var watcher = camel.hasService(RouteWatcherReloadStrategy.class);
        if (watcher != null) {
            watcher.setResourceReload(forgiving(watcher.getResourceReload(), (ModelCamelContext) camel));
        }
    }

    private static ResourceReload forgiving(ResourceReload reload, ModelCamelContext camel) {
        return (file, resource) -> {
            var before = List.copyOf(camel.getRouteDefinitions());
            try {
                reload.onReload(file, resource);
            } finally {
                camel.addRouteDefinitions(missing(before, camel));
            }
        };
    }

    /** Camel takes the old route away before it makes the new one, and only then meets a bean that is not there. */
    private static List<RouteDefinition> missing(List<RouteDefinition> routes, CamelContext camel) {
        return routes.stream()
                .filter(route -> camel.getRoute(route.getId()) == null)
                .toList();
    }
}
