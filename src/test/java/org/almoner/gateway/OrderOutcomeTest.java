package org.almoner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.almoner.gateway.OrderOutcome.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operations of an order add up to. */
class OrderOutcomeTest {

    /** AUTH and REFUND for short; the operation that counts is named by its place, 0 for none. */
    @ParameterizedTest
    @CsvSource({
        "'',                                        UNKNOWN,        0",
        "AUTH FAILED,                               NOT_AUTHORIZED, 1",
        "AUTH EXECUTED,                             AUTHORIZED,     1",
        "REFUND VOIDED,                             REFUNDED,       1",
        "REFUND EXECUTED,                           UNKNOWN,        0",
        "CAPTURE EXECUTED,                          UNKNOWN,        0",
        "AUTH FAILED;AUTH EXECUTED,                 AUTHORIZED,     2",
        "AUTH EXECUTED;AUTH FAILED,                 AUTHORIZED,     1",
        "AUTH FAILED;AUTH DECLINED,                 NOT_AUTHORIZED, 2",
        "AUTH EXECUTED;AUTH EXECUTED,               AUTHORIZED,     2",
        "AUTH EXECUTED;REFUND VOIDED,               REFUNDED,       2",
        "REFUND VOIDED;AUTH EXECUTED;AUTH DECLINED, REFUNDED,       1",
        "AUTH EXECUTED;REFUND FAILED;CANCEL VOIDED, AUTHORIZED,     1"
    })
    void isThatOfTheWeightiestOperation(String operations, Kind kind, int by) {
        List<Operation> all = Arrays.stream(operations.split(";"))
                .filter(text -> !text.isEmpty())
                .map(OrderOutcomeTest::operation)
                .toList();

        var outcome = OrderOutcome.of(all);

        assertThat(outcome.kind()).isEqualTo(kind);
        assertThat(outcome.by()).isSameAs(by == 0 ? null : all.get(by - 1));
    }

    @ParameterizedTest
    @CsvSource({"CARDS,       own", ",            own", "BANCOMATPAY, of bancomat", "MYBANK,      of mybank"})
    void findsTheEndToEndIdWhereItsCircuitPutsIt(String circuit, String endToEndId) {
        var data = Map.of("bpayEndToEndId", "of bancomat", "myBankEndToEndId", "of mybank");

        assertThat(new Operation("AUTHORIZATION", "EXECUTED", "1", "own", circuit, data).paymentEndToEndId())
                .isEqualTo(endToEndId);
    }

    @Test
    void takesTheEndToEndIdOfTheOperationWhereNothingIsAdded() {
        assertThat(new Operation("AUTHORIZATION", "EXECUTED", "1", "own", "MYBANK", null).paymentEndToEndId())
                .isEqualTo("own");
        assertThat(Objects.toString(
                        new Operation("AUTHORIZATION", "EXECUTED", "1", "own", "MYBANK", Map.of()).paymentEndToEndId()))
                .isEqualTo("null");
    }

    private static Operation operation(String text) {
        String[] typeAndResult = text.replace("AUTH ", "AUTHORIZATION ").split(" ");
        return new Operation(typeAndResult[0], typeAndResult[1], null, null, null, null);
    }
}
