package org.almoner.orphan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which payments are given up without asking anybody. */
class UnresolvableTest {

    @Test
    void isNoneThatIsWhole() {
        assertThat(Unresolvable.reason(TestPayment.good().read())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // gateway, field,                    value, reason
        "ingenico,  order_id,                 ,      order_id is missing",
        "ingenico,  order_id,                 '',    order_id is missing",
        "ingenico,  contribution_tracking_id, ,      contribution_tracking_id is missing",
        "ingenico,  contribution_tracking_id, 0,     contribution_tracking_id is missing",
        "ingenico,  payment_method,           ,      payment_method is none that can be rectified",
        "ingenico,  payment_method,           rtbt,  payment_method is none that can be rectified",
        "ingenico,  payment_method,           bt,    payment_method is none that can be rectified",
        "ingenico,  gross,                    0,     gross or currency is missing",
        "ingenico,  currency,                 ,      gross or currency is missing",
        "ingenico,  gateway_session_id,       ,      gateway_session_id is missing",
        "ingenico,  gateway_session_id,       '',    gateway_session_id is missing",
        "paypal,    gateway_session_id,       ,      gateway_session_id is missing",
        "adyen,     gateway_txn_id,           ,      gateway_txn_id is missing",
        "adyen,     gateway_txn_id,           '',    gateway_txn_id is missing",
        "adyen,     gateway_txn_id,           false, gateway_txn_id is missing",
    })
    void areThoseThatLackWhatTheirGatewayIsAskedBy(String gateway, String field, String value, String reason) {
        var payment = TestPayment.good().at(gateway).with(field, value).read();

        assertThat(Unresolvable.reason(payment)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "ingenico,  gateway_txn_id,     ''",
        "ingenico,  gateway_txn_id,     false",
        "paypal_ec, gateway_session_id, ''",
        "adyen,     gateway_session_id, ''",
        "gravy,     gateway_session_id, ''",
        "ingenico,  payment_method,     google",
        "paypal_ec, payment_method,     paypal",
    })
    void areNotThoseThatLackWhatTheirGatewayDoesNotAskFor(String gateway, String field, String value) {
        assertThat(Unresolvable.reason(
                        TestPayment.good().at(gateway).with(field, value).read()))
                .isEmpty();
    }
}
