package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class ContributionTrackingQueueTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @Autowired
    MeterRegistry meters;

    TestQueue trackings;

    @BeforeEach
    void queues() {
        trackings = new TestQueue("contribution-tracking", redis, sql);
    }

    @Test
    void keepsAVisit() {
        trackings.pushSample("valid-insert");

        assertThat(sql.sql("select * from contribution_tracking").query().singleRow())
                .containsEntry("id", 417008907L)
                .containsEntry("amount", new BigDecimal("35.000"))
                .containsEntry("currency", "EUR")
                .containsEntry("utm_source", "B26_0903_nlNL_dsk_p1_lg_cnt.default~default.cc")
                .containsEntry("utm_medium", "sitenotice")
                .containsEntry("payments_form_variant", "monthlyConvert")
                .containsEntry("payment_method", "cc")
                .containsEntry("payment_submethod", "visa")
                .containsEntry("referrer", "https://nl.example.org/wiki/Fiets")
                .containsEntry("browser_version", "18");
        assertThat(sql.sql("select banner || ' ' || landing_page || ' ' || payment_method from contribution_source")
                        .query(String.class)
                        .single())
                .isEqualTo("B26_0903_nlNL_dsk_p1_lg_cnt default~default cc");
    }

    @Test
    void leavesAsItIsWhatAMessageLeavesOut() {
        trackings.pushOneByOne(
                trackings.sample("valid-insert"), "{\"id\":417008907,\"contribution_id\":\"9\",\"country\":\"BE\"}");

        assertThat(row()).isEqualTo("9 BE EUR B26_0903_nlNL_dsk_p1_lg_cnt");
        assertThat(sources()).isOne();
    }

    @Test
    void keepsTheFirstContributionOfAVisitAndCountsTheOthers() {
        double before = ignored();

        trackings.pushOneByOne(
                trackings.sample("valid-insert"),
                "{\"id\":417008907,\"contribution_id\":9}",
                "{\"id\":417008907,\"contribution_id\":\"9\",\"country\":\"BE\"}",
                "{\"id\":\"417008907\",\"contribution_id\":10,\"country\":\"DE\"}");

        assertThat(row()).isEqualTo("9 DE EUR B26_0903_nlNL_dsk_p1_lg_cnt");
        await().untilAsserted(() -> assertThat(ignored() - before).isOne()); // counted after the commit
    }

    @Test
    void keepsTheFirstContributionWithinOneClaimToo() {
        trackings.push(
                "{\"id\":417008907,\"contribution_id\":9,\"country\":\"BE\",\"currency\":\"EUR\",\"utm_source\":\"b.l.cc\"}",
                "{\"id\":417008907,\"contribution_id\":10}");

        assertThat(row()).startsWith("9 ").endsWith(" b");
    }

    @Test
    void addsAVisitThatAnAuditTellsOf() {
        trackings.push(trackings.sample("valid-insert").replace("sitenotice", "audit"));

        assertThat(row()).isEqualTo("null NL EUR B26_0903_nlNL_dsk_p1_lg_cnt");
        assertThat(sources()).isOne();
    }

    @Test
    void believesTheFrontEndMoreThanAnAudit() {
        trackings.pushOneByOne(
                "{\"id\":417008907,\"country\":\"BE\",\"currency\":\"GBP\"}",
                trackings.sample("valid-insert").replace("sitenotice", "audit"));

        assertThat(row()).isEqualTo("null BE GBP null");
        assertThat(sources()).isZero();
    }

    @Test
    void cutsWhatIsTooLongBetweenCharacters() {
        trackings.push("{\"id\":7,\"language\":\"%s\",\"utm_campaign\":\"%s\",\"amount\":\"1e200000\"}"
                .formatted("😀".repeat(9), "é".repeat(200)));

        assertThat(sql.sql("select language from contribution_tracking")
                        .query(String.class)
                        .single())
                .isEqualTo("😀".repeat(8));
        assertThat(sql.sql("select utm_campaign from contribution_tracking")
                        .query(String.class)
                        .single())
                .isEqualTo("é".repeat(128));
        assertThat(sql.sql("select amount from contribution_tracking")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("99999999999999999");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"ts":"20260902083400","utm_source":"..cc"} | id is missing
                    {"id":"7; drop table contribution_tracking"} | id is not a whole number
                    {"id":7,"ts":"soon"}                         | ts is not a time
                    {"id":7,"country":"N\\u0000L"}             | country contains U+0000, which cannot be stored
                    {"id":7,"country":"\\ud83d"}               | country contains half of a surrogate pair, which cannot be stored
                    """)
    void makesAVisitThatCannotBeADeadLetterAmongGoodOnes(String impossible, String reason) {
        var receipt = trackings.push("{\"id\":1}", impossible, "{\"id\":2}");

        assertThat(receipt).isEqualTo(new Receipt(2, 0, 1));
        assertThat(trackings.deadLetters()).containsExactly(impossible);
        assertThat(trackings.lastError()).isEqualTo(reason);
        assertThat(sql.sql("select id from contribution_tracking order by id")
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 2L);
    }

    private String row() {
        return sql.sql(
                        """
                        select concat_ws(' ', coalesce(contribution_id::text, 'null'), country, currency,
                            coalesce(banner, 'null')) from contribution_tracking
                        """)
                .query(String.class)
                .single();
    }

    private int sources() {
        return sql.sql("select count(*) from contribution_source")
                .query(Integer.class)
                .single();
    }

    private double ignored() {
        var counter = meters.find("almoner.counted")
                .tag("what", "contribution_tracking_contribution_id_ignored")
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
