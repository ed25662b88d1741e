package org.almoner.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each omission is noticed, and named. */
class ListenerRuleTest {

    private static final String GOOD =
            """
            - route:
                id: listener-house
                from:
                  uri: platform-http:/listeners/house
                  parameters: {httpMethodRestrict: POST}
                  steps:
                    - bean: {ref: listener}
            """;

    private static final String STEPS = "      steps:\n";
    private static final String LISTENER = "        - bean: {ref: listener}\n";
    private static final String LIST = "        - to: {uri: \"queue:notifications-house\"}\n";

    record Sample(ListenerRule rule, RouteDefinition route) {

        static Sample of(ListenerRule rule, String good, String wrong) {
            return new Sample(rule, read(GOOD.replace(good, wrong)));
        }

        @Override
        public String toString() {
            return rule + ": " + route.getEndpointUrl() + " " + route.getOutputs();
        }
    }

    static Stream<Sample> badOnes() {
        return Stream.of(
                Sample.of(ListenerRule.IS_WHERE_REQUESTS_ARE_BARED, "/listeners/house", "/hooks/house"),
                Sample.of(ListenerRule.IS_WHERE_REQUESTS_ARE_BARED, "/listeners/house", "listeners/house"),
                Sample.of(ListenerRule.IS_WHERE_REQUESTS_ARE_BARED, "/listeners/house", "/listeners/../house"),
                Sample.of(ListenerRule.IS_WHERE_REQUESTS_ARE_BARED, "/listeners/house", "/listeners/house/{id}"),
                Sample.of(ListenerRule.TAKES_POSTS_ALONE, "      parameters: {httpMethodRestrict: POST}\n", ""),
                Sample.of(ListenerRule.TAKES_POSTS_ALONE, "POST}", "\"POST,PUT\"}"),
                Sample.of(ListenerRule.TAKES_POSTS_ALONE, "POST}", "POST, matchOnUriPrefix: \"true\"}"),
                Sample.of(ListenerRule.LIMITS_KEEPS_AND_VERIFIES, LISTENER, LIST),
                Sample.of(ListenerRule.LIMITS_KEEPS_AND_VERIFIES, "ref: listener", "ref: notificationJson"),
                Sample.of(ListenerRule.LIMITS_KEEPS_AND_VERIFIES, "ref: listener", "ref: listener, method: hashCode"),
                Sample.of(
                        ListenerRule.LIMITS_KEEPS_AND_VERIFIES,
                        LISTENER,
                        "        - filter: {simple: \"${body}\", steps: [{bean: {ref: listener}}]}\n"),
                Sample.of(ListenerRule.DOES_NOTHING_ELSE, STEPS, STEPS + LIST),
                Sample.of(ListenerRule.DOES_NOTHING_ELSE, LISTENER, LISTENER + LIST),
                Sample.of(ListenerRule.DOES_NOTHING_ELSE, LISTENER, LISTENER + LISTENER),
                Sample.of(ListenerRule.DOES_NOTHING_ELSE, STEPS, STEPS + "        - log: {message: \"${body}\"}\n"));
    }

    @ParameterizedTest
    @MethodSource("badOnes")
    void isBrokenByAnOmission(Sample sample) {
        assertThat(sample.rule().isKept(sample.route())).isFalse();
        assertThat(ListenerRule.complaints(sample.route())).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isBrokenInASample(ListenerRule rule) {
        assertThat(badOnes()).extracting(Sample::rule).contains(rule);
    }

    @Test
    void isKeptByAGoodListener() {
        assertThat(ListenerRule.complaints(read(GOOD))).isEmpty();
    }

    @Test
    void saysAllThatIsMissing() {
        var bare = read("- route: {id: listener-house, from: {uri: \"platform-http:/house\", steps: []}}");

        assertThat(String.join("; ", ListenerRule.complaints(bare)))
                .contains("/listeners/<gateway>", "httpMethodRestrict: POST", "limits, keeps and verifies");
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform-http:/house", "platform-http:house", "platform-http:/listeners/house"})
    void isForWhateverListens(String uri) {
        assertThat(ListenerRule.isAbout(read(GOOD.replace("platform-http:/listeners/house", uri))))
                .isTrue();
    }

    private static RouteDefinition read(String text) {
        try (var camel = new DefaultCamelContext()) {
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("house.camel.yaml", text));
            return camel.getRouteDefinitions().get(0);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
