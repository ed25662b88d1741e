package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every sample in {@code src/test/resources/messages}, one line each: where it ends up. */
@AlmonerTest
class SamplesTest {

    private static final String SAMPLES =
            """
            pending               | valid-adyen-iframe               | kept | pending_payment where order_id = '418000555.1' and gateway_txn_id = ''
            pending               | valid-dlocal-with-nonroman       | kept | pending_payment where message::json ->> 'full_name' = 'रवि कुमार' and message like '%FGHIJ5678K%'
            pending               | edge-failed-in-payments-initial  | kept | pending_payment where date = to_timestamp(1788350401)
            pending               | invalid-no-gateway               | dead | pending_payment
            payments-init         | valid-complete                   | kept | payments_initial where order_id = '417008907.1' and not failed and amount = 35
            payments-init         | valid-failed-resolves-pending    | kept | payments_initial where failed
            payments-init         | edge-failed-adyen-keeps-pending  | kept | payments_initial where not failed
            payments-init         | edge-pending-poke                | kept | payments_initial where payments_final_status = 'pending-poke'
            payments-init         | invalid-empty                    | dead | payments_initial
            payments-antifraud    | valid-review                     | kept | payments_fraud where user_ip = '198.51.100.23' and (select count(*) = 3 from payments_fraud_breakdown)
            payments-antifraud    | valid-second-filter              | kept | payments_fraud where risk_score = 132.5 and (select count(*) = 1 from payments_fraud_breakdown)
            payments-antifraud    | edge-no-server-first             | kept | payments_fraud where server is null
            payments-antifraud    | edge-ipv6                        | kept | payments_fraud where user_ip = '2001:db8::42'
            payments-antifraud    | invalid-empty-breakdown-no-ids   | dead | payments_fraud
            contribution-tracking | valid-insert                     | kept | contribution_tracking where banner = 'B26_0903_nlNL_dsk_p1_lg_cnt' and banner_variant = '0903' and device_type_id = 1 and banner_size_id = 1 and not is_test_variant and is_pay_fee and landing_page = 'default~default'
            contribution-tracking | valid-mail-source                | kept | contribution_tracking where mailing_identifier = 'sp99887766' and banner is null and recurring_choice_id = 1
            contribution-tracking | edge-hacker-source               | kept | contribution_tracking where utm_source like 'x'' union %' and banner is null and landing_page is null and not exists (select from contribution_source)
            contribution-tracking | edge-banner-history-log          | kept | contribution_tracking where banner_history_log_id = '9f83ab02c7d41e65'
            contribution-tracking | invalid-no-id                    | dead | contribution_tracking
            payment-attempts      | valid-attempt                    | kept | payment_attempt where order_id = '417008907.1' and amount = 35 and risk_score = 12.5 and auth_decline is null
            payment-attempts      | valid-outcome                    | ignored | payment_attempt
            payment-attempts      | edge-outcome-unknown-order       | ignored | payment_attempt
            payment-attempts      | invalid-no-order                 | dead | payment_attempt
            banner-history        | valid                            | kept | banner_history_contribution where contribution_tracking_id = 417008907 and banner_history_log_id = '9f83ab02c7d41e65'
            banner-history        | edge-string-ids                  | kept | banner_history_contribution where contribution_tracking_id = 417008907
            banner-history        | invalid-ct-id                    | dropped | banner_history_contribution
            banner-history        | invalid-history-id               | dropped | banner_history_contribution
            """;

    /** The samples of other queues need something to be there before, and have tests of their own. */
    private static final Set<String> QUEUES =
            SAMPLES.lines().map(line -> line.split("\\|")[0].strip()).collect(Collectors.toSet());

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = SAMPLES)
    void endWhereTheyBelong(String name, String sample, String end, String rows) {
        var queue = new TestQueue(name, redis, sql);

        var receipt = queue.pushSample(sample);

        assertThat(receipt).isEqualTo(end.equals("dead") ? new Receipt(0, 0, 1) : new Receipt(1, 0, 0));
        assertThat(queue.deadLetters()).isEqualTo(end.equals("dead") ? List.of(queue.sample(sample)) : List.of());
        assertThat(sql.sql("select count(*) from " + rows).query(Integer.class).single())
                .isEqualTo(end.equals("kept") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = SAMPLES)
    void changeNothingWhenTheyComeAgain(String name, String sample, String end, String rows) {
        var queue = new TestQueue(name, redis, sql);

        var receipt = queue.pushOneByOne(queue.sample(sample), queue.sample(sample));

        assertThat(receipt)
                .isEqualTo(
                        switch (end) {
                            case "kept", "ignored" -> new Receipt(1, 1, 0);
                            case "dead" -> new Receipt(0, 0, 2);
                            default -> new Receipt(2, 0, 0);
                        });
        assertThat(sql.sql("select count(*) from " + rows).query(Integer.class).single())
                .isEqualTo(end.equals("kept") ? 1 : 0);
    }

    @Test
    void areAllHere() throws IOException {
        try (var files = Files.find(
                Path.of("src/test/resources/messages"), 2, (file, attributes) -> attributes.isRegularFile())) {
            assertThat(files.filter(file -> QUEUES.contains(
                                    file.getParent().getFileName().toString()))
                            .map(file -> file.getParent().getFileName() + "/"
                                    + file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(SAMPLES.lines()
                            .map(line -> line.split("\\|"))
                            .map(cells -> cells[0].strip() + "/" + cells[1].strip())
                            .toList());
        }
    }
}
