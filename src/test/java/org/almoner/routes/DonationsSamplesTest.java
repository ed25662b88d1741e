package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class DonationsSamplesTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue donations;

    @BeforeEach
    void queues() {
        donations = new TestQueue("donations", redis, sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    valid-one-time-card       | trxn_id = 'ADYEN K3W8P5ZT6VHC2J94' and invoice_id = '417008907.1' and original_gross = 35 and original_currency = 'EUR' and currency = 'USD' and gross > 35 and net = gross and payment_instrument = 'Credit Card: Visa' and channel = 'Desktop' and appeal = 'C26_nlNL_dsk' and campaign = 'Online Gift'
                    valid-paypal-string-types | gross = 5 and fee = 0.47 and net = 4.53 and payment_instrument = 'Paypal' and gateway_status = 'Completed'
                    edge-recurring-false-strings | contribution_recur_id is null and original_gross = 1250.50 and gross = 1250.50 and financial_type = 'Cash'
                    edge-settled-usd          | gross = 38.11 and fee = 0.92 and net = 37.19 and settlement_batch_reference = 'adyen_1142_USD' and settled_at = to_timestamp(1788523200)
                    edge-net-without-fee      | original_fee is null and original_net = 33.80 and gross - fee = net and fee > 1.20
                    """)
    void becomeContributions(String sample, String contribution) {
        var receipt = donations.pushSample(sample);

        assertThat(donations.deadLetters()).isEmpty();
        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(count("contribution where " + contribution)).isOne();
    }

    private int count(String rows) {
        return sql.sql("select count(*) from " + rows).query(Integer.class).single();
    }
}
