package org.almoner.listener;

import org.almoner.gateway.Verifiers;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Lets no listener begin that has nothing to verify with. A process that does nothing but listen does not start then; one that
 * does everything else, too, goes on without that listener. Where a route would take what comes in otherwise than by the
 * listener, neither starts: a missing key is added some day, a missing step is a hole.
 */
@Component
class ListenerKeys implements RoutePolicyFactory {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerKeys.class);
    private static final String LISTENS = "platform-http:" + Listener.PATH;

    private final Verifiers verifiers;
    private final ListenerMeters meters;
    private final boolean onlyListens;

    ListenerKeys(Verifiers verifiers, ListenerMeters meters, Environment settings) {
        this.verifiers = verifiers;
        this.meters = meters;
        this.onlyListens = settings.acceptsProfiles(Profiles.of(ListenerRole.PROFILE));
    }

    @Override
    public @Nullable RoutePolicy createRoutePolicy(CamelContext camel, String id, NamedNode route) {
        if (route instanceof RouteDefinition definition && ListenerRule.isAbout(definition)) {
            requireRules(definition);
            prepare(definition);
        }
        return null;
    }

    private static void requireRules(RouteDefinition route) {
        var complaints = ListenerRule.complaints(route);
        if (!complaints.isEmpty()) {
            throw new IllegalStateException(
                    "the route %s may not listen: %s".formatted(route.getRouteId(), String.join("; ", complaints)));
        }
    }

    private void prepare(RouteDefinition route) {
        var gateway = route.getEndpointUrl().substring(LISTENS.length()).split("\\?", 2)[0];
        meters.show(gateway);
        if (verifiers.configured(gateway).isPresent()) {
            return;
        }
        var missing = verifiers.whatIsMissing(gateway);
        if (onlyListens) {
            throw new IllegalStateException(missing);
        }
        LOG.warn("nobody listens to {}: {}", gateway, missing);
        route.autoStartup(false);
    }
}
