package org.almoner.pending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.almoner.queue.InvalidMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PendingPaymentTest {

    @Test
    void takesAnUnknownTransactionForEmpty() throws Exception {
        var payment = read(
                """
                {"gateway":"adyen","gateway_txn_id":false,"order_id":"7.1","date":"1788350400","fee":0,"response":false}
                """);

        assertThat(payment)
                .isEqualTo(new PendingPayment(Instant.parse("2026-09-02T12:00:00Z"), "adyen", null, "7.1", "", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"order_id":"7.1","date":1788350400}                      | gateway is missing
                    {"gateway":"","order_id":"7.1","date":1788350400}         | gateway is missing
                    {"gateway":"adyen","order_id":"7.1"}                      | date is missing
                    {"gateway":"adyen","order_id":"7.1","date":0}             | date is missing
                    {"gateway":"adyen","date":1788350400}                     | order_id and gateway_txn_id are both missing
                    {"gateway":"adyen","gateway_txn_id":false,"date":1788350400,"order_id":""} | order_id and gateway_txn_id are both missing
                    """)
    void refusesAPaymentThatNobodyCouldFindAgain(String json, String reason) {
        assertThatThrownBy(() -> read(json))
                .rootCause()
                .isInstanceOf(InvalidMessage.class)
                .hasMessage(reason);
    }

    @Test
    void isAnotherMessageAtAnotherDate() {
        var first = new PendingPayment(Instant.ofEpochSecond(1), "adyen", null, "7.1", "", "cc");
        var again = new PendingPayment(Instant.ofEpochSecond(1), "adyen", "Account", "7.1", "", "google");
        var later = new PendingPayment(Instant.ofEpochSecond(2), "adyen", null, "7.1", "", "cc");

        assertThat(first.key()).isEqualTo(again.key()).isNotEqualTo(later.key());
    }

    private static PendingPayment read(String json) throws Exception {
        return new ObjectMapper()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(json, PendingPayment.class);
    }
}
