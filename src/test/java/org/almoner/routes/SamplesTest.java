package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.almoner.routes.SampleOutcome.End;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every sample in {@code src/test/resources/messages} ends where the table beside it says. */
@AlmonerTest
class SamplesTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @ParameterizedTest
    @MethodSource("outcomes")
    void endWhereTheyBelong(SampleOutcome outcome) {
        var queue = given(outcome);

        var receipt = queue.pushSample(outcome.sample());

        assertThat(receipt).isEqualTo(outcome.end().once);
        assertThat(queue.deadLetters())
                .isEqualTo(outcome.end() == End.DEAD ? List.of(queue.sample(outcome.sample())) : List.of());
        assertRows(outcome);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void changeNothingMoreWhenTheyComeAgain(SampleOutcome outcome) {
        var queue = given(outcome);
        String sample = queue.sample(outcome.sample());

        var receipt = queue.pushOneByOne(sample, sample);

        assertThat(receipt).isEqualTo(outcome.end().twice);
        assertRows(outcome);
    }

    @ParameterizedTest
    @MethodSource("queues")
    void areAllInATable(String queue) {
        assertThat(SampleOutcome.all()
                        .filter(outcome -> outcome.queue().equals(queue))
                        .map(SampleOutcome::sample))
                .containsExactlyInAnyOrderElementsOf(
                        SampleOutcome.samples(queue).toList());
    }

    static Stream<SampleOutcome> outcomes() {
        return SampleOutcome.all();
    }

    static List<String> queues() {
        return SampleOutcome.queues();
    }

    private TestQueue given(SampleOutcome outcome) {
        outcome.givenTo(sql);
        return new TestQueue(outcome.queue(), redis, sql);
    }

    private void assertRows(SampleOutcome outcome) {
        assertThat(sql.sql("select count(*) from " + outcome.from())
                        .query(Integer.class)
                        .single())
                .as(outcome.from())
                .isEqualTo(outcome.end().rows);
    }
}
