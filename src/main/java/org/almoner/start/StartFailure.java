package org.almoner.start;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/** Says in one line why the application does not start; the stack trace is for those who ask for DEBUG. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailure implements SpringBootExceptionReporter {
    private static final Logger log = LoggerFactory.getLogger(StartFailure.class);

    private final SpringFactoriesLoader factories = SpringFactoriesLoader.forDefaultResourceLocation();
    private final @Nullable ConfigurableApplicationContext context;

    StartFailure(@Nullable ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        log.error("Almoner does not start: {}", reason(failure));
        log.debug("the whole story", failure);
        return true;
    }

    String reason(Throwable failure) {
        return oneLine(analyzed(failure).orElseGet(() -> cause(failure)));
    }

    /** What our analyzers and those of Spring Boot make of it. */
    private Optional<String> analyzed(Throwable failure) {
        var arguments = context == null
                ? ArgumentResolver.none()
                : ArgumentResolver.of(BeanFactory.class, context.getBeanFactory())
                        .and(Environment.class, context.getEnvironment());
        return factories.load(FailureAnalyzer.class, arguments, StartFailure::skip).stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .map(FailureAnalysis::getDescription)
                .findFirst();
    }

    private static void skip(Class<?> type, String name, Throwable reason) {
        log.debug("{} cannot be asked", name, reason);
    }

    /** What we said ourselves, if we did; else what is at the root. */
    private static String cause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOurs(cause) && cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        var root = NestedExceptionUtils.getMostSpecificCause(failure);
        return root instanceof NoSuchFileException missing
                ? "there is no " + Path.of(missing.getFile()).toAbsolutePath()
                : root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    private static boolean isOurs(Throwable cause) {
        var thrownAt = cause.getStackTrace();
        return thrownAt.length > 0
                && thrownAt[0].getClassName().startsWith("org.almoner.")
                && !(cause instanceof NullPointerException); // a bug, and its message alone explains nothing
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*:\\s*\\R\\s*", ": ").replaceAll("\\s*\\R\\s*", "; ");
    }
}
