package org.almoner.listener;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;

/** What a route must keep to before it may take anything from the internet; a rule says what is missing, or nothing. */
enum ListenerRule {
    IS_WHERE_REQUESTS_ARE_BARED(
            "it is not at platform-http:/listeners/<gateway>, where no header and no body gets past") {
        @Override
        boolean isKept(RouteDefinition route) {
            return addressOf(route).matches("platform-http:/listeners/[a-z0-9-]+");
        }
    },
    TAKES_POSTS_ALONE("its only parameter is not httpMethodRestrict: POST") {
        @Override
        boolean isKept(RouteDefinition route) {
            return route.getEndpointUrl().equals(addressOf(route) + "?httpMethodRestrict=POST");
        }
    },
    LIMITS_KEEPS_AND_VERIFIES(
            "its step bean: {ref: listener} is missing, which limits, keeps and verifies what comes in") {
        @Override
        boolean isKept(RouteDefinition route) {
            return steps(route).anyMatch(ListenerRule::isTheListener);
        }
    },
    DOES_NOTHING_ELSE(
            "it has another step than bean: {ref: listener}, before what comes in is kept or after it is answered") {
        @Override
        boolean isKept(RouteDefinition route) {
            return steps(route).allMatch(ListenerRule::isTheListener)
                    && steps(route).count() <= 1;
        }
    };

    private final String complaint;

    ListenerRule(String complaint) {
        this.complaint = complaint;
    }

    abstract boolean isKept(RouteDefinition route);

    static boolean isAbout(RouteDefinition route) {
        return route.getEndpointUrl().startsWith("platform-http:");
    }

    static List<String> complaints(RouteDefinition route) {
        return Stream.of(values())
                .filter(rule -> !rule.isKept(route))
                .map(rule -> rule.complaint)
                .toList();
    }

    private static String addressOf(RouteDefinition route) {
        return route.getEndpointUrl().split("\\?", 2)[0];
    }

    /** Its own: what all routes do about errors stands among them by now. */
    private static Stream<ProcessorDefinition<?>> steps(RouteDefinition route) {
        return route.getOutputs().stream().filter(step -> !(step instanceof OnExceptionDefinition));
    }

    private static boolean isTheListener(ProcessorDefinition<?> step) {
        return step instanceof BeanDefinition bean
                && "listener".equals(bean.getRef())
                && Objects.requireNonNullElse(bean.getMethod(), "receive").equals("receive");
    }
}
