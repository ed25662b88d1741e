package org.almoner.gateway.adyen;

import static org.assertj.core.api.Assertions.assertThat;

import org.almoner.gateway.Onward.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows when money goes back, or does not come. */
class AdyenMoneyBackTest {

    private static final String GRAVY_ID = "fe26475d-ec3e-4884-9553-f7356683f7f9";
    private final AdyenReading reader = AdyenReading.of(false);

    @Test
    void tellsOfARefund() {
        assertThat(reader.only(TestItem.reversal("REFUND"), Kind.REFUND))
                .isEqualTo(
                        AdyenReading.json(
                                """
                {"gross": "12.50", "gross_currency": "EUR", "payment_method": "visa", "date": 1788338400,
                 "reason": "", "gateway": "adyen", "gateway_refund_id": "REV0000000000001",
                 "gateway_parent_id": "Q7K2M9XW4TBN8R65", "order_id": "231448907.1", "type": "refund"}
                """));
    }

    @ParameterizedTest
    @CsvSource({"1250, EUR, 12.50", "500, JPY, 500", "1235, KWD, 1.235", "100000, CLP, 1000", "500, IDR, 500"})
    void tellsWhatWentBackInTheCoinsOfItsCurrency(long value, String currency, String gross) {
        var refund = reader.only(TestItem.reversal("REFUND").of(value, currency), Kind.REFUND);

        assertThat(refund.path("gross").asText()).isEqualTo(gross);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHARGEBACK", "SECOND_CHARGEBACK"})
    void tellsOfAChargeback(String event) {
        assertThat(reader.only(TestItem.reversal(event), Kind.REFUND)
                        .path("type")
                        .asText())
                .isEqualTo("chargeback");
    }

    @ParameterizedTest
    @CsvSource({"R01 Insufficient Funds, true", "R10 Customer Advises Unauthorized, false"})
    void tellsThatABankTransferWasNotPaid(String reason, boolean mayBeRetried) {
        var item = TestItem.reversal("CHARGEBACK")
                .additional("chargebackSchemeCode", "ach")
                .with("reason", reason);

        assertThat(reader.only(item, Kind.UNPAID))
                .isEqualTo(AdyenReading.json(
                        """
                {"gross": "12.50", "gross_currency": "EUR", "payment_method": "visa", "date": 1788338400,
                 "reason": "%s", "gateway": "adyen", "gateway_txn_id": "Q7K2M9XW4TBN8R65", "order_id": "231448907.1",
                 "backend_processor": "adyen", "backend_processor_txn_id": "Q7K2M9XW4TBN8R65",
                 "contribution_status_id:name": "Cancelled", "can_retry": %s}
                """
                                .formatted(reason, mayBeRetried)));
    }

    @Test
    void tellsOfAChargebackOfWhatGravyTookByGravysName() {
        var item = TestItem.reversal("CHARGEBACK")
                .with("merchantReference", TestItem.GRAVY)
                .additional("metadata.gr4vy_tx_ref", "231448907.1");

        assertThat(reader.only(item, Kind.REFUND))
                .isEqualTo(AdyenReading.json(
                        """
                {"gross": "12.50", "gross_currency": "EUR", "payment_method": "visa", "date": 1788338400,
                 "reason": "", "gateway": "gravy", "gateway_refund_id": "REV0000000000001",
                 "gateway_parent_id": "%s", "order_id": "231448907.1", "type": "chargeback",
                 "backend_processor": "adyen", "backend_processor_refund_id": "REV0000000000001",
                 "backend_processor_parent_id": "Q7K2M9XW4TBN8R65"}
                """
                                .formatted(GRAVY_ID)));
    }
}
