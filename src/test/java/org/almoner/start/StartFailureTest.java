package org.almoner.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.almoner.testing.SharedStores;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class StartFailureTest {
    private static final String ROUTE =
            """
            - route:
                id: thing
                from:
                  uri: %s
                  steps:
                    - %s
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        direct:in       | logg: x                    | routes/queues/thing.camel.yaml, line 6: Unknown node id: logg
        direct:in       | log: [                     | routes/queues/thing.camel.yaml, line 7: expected the node content, but found '<stream end>'
        direct:in       | bean: {ref: nobody}        | route thing, step Bean: No bean could be found in the registry for: nobody
        nowhere:in      | log: x                     | route thing: No endpoint could be found for: nowhere://in
        direct:in       | to: nowhere:out            | route thing, step to: No endpoint could be found for: nowhere://out
        direct:in?foo=1 | log: x                     | route thing: Failed to resolve endpoint: direct://in?foo=1 due to: There are 1 parameters that couldn't be set
        direct:in       | unmarshal: {json: {unmarshalType: org.Nothing}} | route thing, step Unmarshal: unmarshalType cannot be org.Nothing
        direct:in       | log: '{{no.setting}}'      | route thing, step Log: Property with key [no.setting] not found
        """)
    void namesTheRouteAndWhatIsWrongWithIt(String uri, String step, String reason) {
        var failure = catchThrowable(() -> start(ROUTE.formatted(uri, step)));

        assertThat(reason(failure)).startsWith(reason).doesNotContain("\n");
    }

    @Test
    void namesTheSettingItsValueAndWhereItCameFrom(CapturedOutput output) {
        var failure = catchThrowable(() -> run("--limits.claim=lots"));

        assertThat(failure).isNotNull();
        assertThat(output.getErr() + output.getOut())
                .contains("ERROR", "limits.claim", "\"lots\"", "commandLineArgs")
                .doesNotContain("\tat ");
    }

    @Test
    void saysWhatASettingMustBe() {
        var failure = catchThrowable(() -> run("--limits.claim=-5"));

        assertThat(reason(failure)).contains("limits", "claim must be more than 0, not -5");
    }

    @Test
    void givesOurOwnWordsForWhatWeRefuse() {
        var refused = CompletableFuture.runAsync(() -> {
            throw new IllegalStateException("the folder is in use", new RuntimeException("EAGAIN"));
        });

        var failure = catchThrowable(refused::join);

        assertThat(reason(failure)).isEqualTo("the folder is in use");
    }

    private static String reason(Throwable failure) {
        return new StartFailure(null).reason(failure);
    }

    private static void start(String routes) throws Exception {
        try (var camel = new DefaultCamelContext()) {
            var bytes = routes.getBytes(StandardCharsets.UTF_8);
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.fromBytes("file:routes/queues/thing.camel.yaml", bytes));
            camel.start();
        }
    }

    private static void run(String argument) {
        var application = new SpringApplication(WithLimits.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application
                .run(
                        argument,
                        "--spring.datasource.url=" + SharedStores.jdbcUrl(),
                        "--spring.data.redis.url=" + SharedStores.redisUrl())
                .close();
    }

    @ConfigurationProperties("limits")
    record Limits(int claim) {
        Limits {
            if (claim <= 0) {
                throw new IllegalArgumentException("claim must be more than 0, not " + claim);
            }
        }
    }

    @Configuration
    @EnableConfigurationProperties(Limits.class)
    static class WithLimits {
        @Bean
        Object limited(Limits limits) {
            return Objects.requireNonNull(limits);
        }
    }
}
