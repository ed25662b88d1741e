package org.almoner.start;

import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.ResolveEndpointFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A route that names what does not exist: a bean, a component, a parameter, a class. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RouteFailure implements FailureAnalyzer {
    private static final Pattern STEP = Pattern.compile(">>> (\\w+)\\W.*? <<<");

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        var notMade = cause(failure, FailedToCreateRouteException.class);
        if (notMade != null) {
            return analysis(Objects.requireNonNullElse(notMade.getRouteId(), "without an id"), notMade);
        }
        var notStarted = cause(failure, FailedToStartRouteException.class);
        return notStarted == null ? null : analysis(notStarted.getRouteId(), notStarted);
    }

    private static FailureAnalysis analysis(String route, Throwable failure) {
        var step = STEP.matcher(Objects.requireNonNullElse(failure.getMessage(), ""));
        var place = "route " + route + (step.find() ? ", step " + step.group(1) : "");
        return new FailureAnalysis(place + ": " + reason(failure), null, failure);
    }

    private static @Nullable String reason(Throwable failure) {
        var binding = cause(failure, PropertyBindingException.class);
        if (binding != null) {
            return "%s cannot be %s".formatted(binding.getPropertyName(), binding.getValue());
        }
        Throwable reason = Objects.requireNonNullElse(failure.getCause(), failure);
        // an endpoint's failure repeats itself: the innermost says it once
        for (var inner = cause(reason, ResolveEndpointFailedException.class); inner != null; ) {
            reason = inner;
            inner = inner.getCause() == null ? null : cause(inner.getCause(), ResolveEndpointFailedException.class);
        }
        return reason.getMessage();
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
