package org.almoner.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of routes keeps the rules, and every rule would be missed. */
class RoutesTest {

    private static final String GOOD =
            """
            # A present that somebody wants to give to somebody.
            - route:
                id: presents
                description: Keeps a present
                from:
                  uri: queue:presents
                  parameters: {claim: "1"}
                  steps:
                    - unmarshal: {json: {unmarshalType: java.util.Map}}
                    - setBody: {constant: "insert into present values (:?id)"}
                    - to: {uri: jdbc:dataSource, parameters: {useHeadersAsParameters: "true"}}
            """;

    private static final String GOOD_SCHEDULE =
            """
            # Every night, when nobody waits for an answer, presents are wrapped.
            - route:
                id: wrap
                description: Starts the caretaker that wraps presents
                from:
                  uri: quartz:wrap
                  parameters: {cron: "0 0 3 * * ?"}
                  steps:
                    - to: {uri: "spring-batch:wrap"}
            """;

    private static final String GOOD_LISTENER =
            """
            # What Santa tells us over HTTPS: kept first, then judged, then answered.
            - route:
                id: listener-santa
                description: Keeps a notification before anybody judges it
                from:
                  uri: platform-http:/listeners/santa
                  parameters: {httpMethodRestrict: POST}
                  steps:
                    - bean: {ref: listener}
            """;

    record Sample(RouteRule rule, RouteFile file) {

        static Sample of(RouteRule rule, String good, String wrong) {
            return new Sample(rule, queue(GOOD.replace(good, wrong)));
        }

        static Sample withStep(String step) {
            return of(RouteRule.HOLDS_NO_PROGRAM, "      steps:\n", "      steps:\n        - " + step + "\n");
        }

        @Override
        public String toString() {
            return rule + ": "
                    + file.lines().stream().filter(line -> !GOOD.contains(line)).collect(Collectors.joining());
        }
    }

    private static final List<Sample> BAD_ONES = load();

    @ParameterizedTest
    @MethodSource("org.almoner.house.RouteFile#all")
    void keepTheRules(RouteFile file) {
        assertThat(complaints(file)).isEmpty();
    }

    @Test
    void areFound() {
        assertThat(RouteFile.all()).extracting(RouteFile::folder).contains("queues", "schedules", "shared");
        assertThat(RouteFile.all()).extracting(RouteFile::name).contains("pending", "requeue-dead-letters", "relay");
    }

    @Test
    void pleaseTheRulesWhenTheyAreGood() {
        assertThat(complaints(queue(GOOD))).isEmpty();
        assertThat(complaints(RouteFile.of("schedules", "wrap", GOOD_SCHEDULE))).isEmpty();
        assertThat(complaints(RouteFile.of("listeners", "santa", GOOD_LISTENER)))
                .isEmpty();
    }

    @Test
    void mayCallTheirListByASettingThatIsCalledLikeThemByDefault() {
        String route = GOOD.replace("queue:presents", "\"queue:{{almoner.dead-letters.transactions.queue}}\"")
                .replace("id: presents", "id: transactions-dead-letter");

        assertThat(complaints(RouteFile.of("queues", "transactions-dead-letter", route)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("badOnes")
    void displeaseTheRuleThatTheyBreak(Sample sample) {
        assertThat(sample.rule().complaints(sample.file())).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void breakEveryRuleInASample(RouteRule rule) {
        assertThat(badOnes()).extracting(Sample::rule).contains(rule);
    }

    static Stream<Sample> badOnes() {
        return BAD_ONES.stream();
    }

    private static List<Sample> load() {
        return List.of(
                Sample.of(RouteRule.IS_WHAT_THE_SCHEMA_ALLOWS, "description: Keeps a present", "description: 7"),
                Sample.of(RouteRule.BEGINS_WITH_WORDS, "# A present that somebody wants to give to somebody.\n", ""),
                Sample.of(
                        RouteRule.BEGINS_WITH_WORDS,
                        "# A present that somebody wants to give to somebody.",
                        "# presents"),
                Sample.of(RouteRule.FITS_ON_A_PAGE, "- route:", "#\n".repeat(40) + "- route:"),
                Sample.of(RouteRule.DESCRIBES_EVERY_ROUTE, "    description: Keeps a present\n", ""),
                Sample.of(RouteRule.IS_CALLED_LIKE_ITS_LIST, "id: presents", "id: gifts"),
                Sample.of(RouteRule.IS_CALLED_LIKE_ITS_LIST, "queue:presents", "queue:gifts"),
                Sample.of(RouteRule.IS_CALLED_LIKE_ITS_LIST, "queue:presents", "timer:presents"),
                Sample.of(
                        RouteRule.IS_CALLED_LIKE_ITS_LIST,
                        "queue:presents",
                        "\"queue:{{almoner.dead-letters.transactions.queue}}\""),
                Sample.of(RouteRule.IS_CALLED_LIKE_ITS_LIST, "queue:presents", "\"queue:{{almoner.unknown}}\""),
                new Sample(RouteRule.IS_CALLED_LIKE_ITS_LIST, RouteFile.of("queues", "gifts", GOOD)),
                new Sample(RouteRule.IS_CALLED_LIKE_ITS_LIST, queue(GOOD + GOOD.replace("presents", "gifts"))),
                schedule("quartz:wrap", "timer:wrap"),
                schedule("spring-batch:wrap", "queue:wrap"),
                schedule("steps:\n", "steps:\n        - log: {message: wrapping}\n"),
                schedule("steps:\n", "steps:\n        - to: {uri: queue:wrapped}\n"),
                listener("/listeners/santa", "/santa"),
                listener("      parameters: {httpMethodRestrict: POST}\n", ""),
                listener("bean: {ref: listener}", "to: {uri: queue:notifications-santa}"),
                listener("steps:\n", "steps:\n        - log: {message: told}\n"),
                Sample.of(RouteRule.LISTENS_AND_NOTHING_ELSE, "queue:presents", "platform-http:/listeners/presents"),
                Sample.withStep("process: {ref: presents}"),
                Sample.withStep("script: {expression: {simple: {expression: x}}}"),
                Sample.withStep("setBody: {groovy: \"1 + 1\"}"),
                Sample.withStep("setHeaders: {headers: [{name: a, groovy: \"1 + 1\"}]}"),
                Sample.withStep("toD: {uri: \"queue:x\"}"),
                Sample.withStep("recipientList: {simple: {expression: \"queue:x\"}}"),
                Sample.withStep("threads: {}"),
                Sample.withStep("loop: {constant: \"3\", steps: [{log: {message: x}}]}"),
                Sample.withStep("wireTap: {uri: \"queue:x\"}"),
                Sample.withStep("delay: {constant: \"3\"}"),
                Sample.withStep("transacted: {}"),
                Sample.withStep("to: {uri: \"seda:x\"}"),
                Sample.withStep("choice: {when: [{simple: \"${body}\", steps: [{to: {uri: \"seda:x\"}}]}]}"),
                Sample.of(
                        RouteRule.WRITES_PARAMETERS_AS_A_MAP,
                        "{uri: jdbc:dataSource, parameters: {useHeadersAsParameters: \"true\"}}",
                        "\"jdbc:dataSource?useHeadersAsParameters=true\""),
                Sample.of(RouteRule.KNOWS_NO_HOST_AND_NO_SECRET, "jdbc:dataSource", "\"http://gateway.example\""),
                Sample.of(RouteRule.KNOWS_NO_HOST_AND_NO_SECRET, "jdbc:dataSource", "\"spring-redis:10.0.0.1:6379\""),
                Sample.of(
                        RouteRule.KNOWS_NO_HOST_AND_NO_SECRET,
                        "jdbc:dataSource",
                        "\"spring-redis:redis.example.org:6379\""),
                Sample.of(RouteRule.KNOWS_NO_HOST_AND_NO_SECRET, "useHeadersAsParameters", "password"),
                Sample.of(RouteRule.NAMES_TYPES_THAT_EXIST, "java.util.Map", "org.almoner.Present"),
                Sample.of(
                        RouteRule.BUILDS_NO_SQL_FROM_VALUES,
                        "constant: \"insert into present values (:?id)\"",
                        "simple: \"insert into present values (${body[id]})\""));
    }

    private static Sample schedule(String good, String wrong) {
        return new Sample(
                RouteRule.STARTS_A_JOB_AND_NOTHING_ELSE,
                RouteFile.of("schedules", "wrap", GOOD_SCHEDULE.replace(good, wrong)));
    }

    private static Sample listener(String good, String wrong) {
        return new Sample(
                RouteRule.LISTENS_AND_NOTHING_ELSE,
                RouteFile.of("listeners", "santa", GOOD_LISTENER.replace(good, wrong)));
    }

    private static RouteFile queue(String text) {
        return RouteFile.of("queues", "presents", text);
    }

    private static List<String> complaints(RouteFile file) {
        return Arrays.stream(RouteRule.values())
                .flatMap(rule -> rule.complaints(file).stream())
                .toList();
    }
}
