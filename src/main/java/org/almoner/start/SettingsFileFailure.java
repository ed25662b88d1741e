package org.almoner.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** A settings file that is not YAML; Spring Boot does not say which one it was reading. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingsFileFailure extends AbstractFailureAnalyzer<MarkedYAMLException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, MarkedYAMLException cause) {
        var line = cause.getProblemMark() == null
                ? ""
                : ", line " + (cause.getProblemMark().getLine() + 1);
        return new FailureAnalysis(
                "settings (config/application.yaml)" + line + ": " + cause.getProblem(), null, cause);
    }
}
