package org.almoner.start;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A route file that is not YAML, or not a route. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RouteFileFailure extends AbstractFailureAnalyzer<MarkedYamlEngineException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, MarkedYamlEngineException cause) {
        return new FailureAnalysis(place(cause) + ": " + cause.getProblem(), null, cause);
    }

    private static String place(MarkedYamlEngineException cause) {
        Optional<String> place = cause.getProblemMark()
                .map(mark -> "%s, line %d".formatted(mark.getName().replaceFirst("^file:", ""), mark.getLine() + 1));
        return place.orElse("a route file");
    }
}
