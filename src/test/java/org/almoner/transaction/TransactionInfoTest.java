package org.almoner.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a payment to whoever has to decide on it. */
class TransactionInfoTest {

    private static final Map<EventCode, String> DATA = Map.of(
            EventCode.ACTIVATED,
            """
            {"email":{"data":"secret"},
             "paymentNotices":[{"paymentToken":"token1","amount":100},{"paymentToken":"token2","amount":10000}],
             "transactionGatewayActivationData":{"orderId":"order1","correlationId":"correlation1"}}
            """,
            EventCode.AUTHORIZATION_REQUESTED,
            """
            {"fee":50,"paymentGateway":"NPG","authorizationRequestId":"E17247","pspId":"BCITITMM","paymentMethodName":"CARDS"}
            """,
            EventCode.AUTHORIZATION_COMPLETED,
            """
            {"rrn":"123456789012","transactionGatewayAuthorizationData":{"operationResult":"EXECUTED"}}
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACT AREQ ACOMP(OK)",
                "ACT AREQ ACOMP(OK) EXP",
                "ACT AREQ ACOMP(OK) CREQ CERR",
                "ACT AREQ ACOMP(OK) CREQ CERR EXP",
                "ACT AREQ ACOMP(OK) CREQ CERR RREQ",
                "ACT AREQ ACOMP(OK) EXP RREQ RERR",
                "ACT AREQ ACOMP(OK) EXP RREQ RDONE"
            })
    void isFoundWhereverThePaymentStands(String story) {
        var payment = payment(story);

        assertThat(TransactionInfo.of(payment))
                .isEqualTo(new TransactionInfo(
                        payment.id(),
                        "E17247",
                        payment.status(),
                        "NPG",
                        List.of("token1", "token2"),
                        "BCITITMM",
                        "CARDS",
                        10150,
                        "123456789012",
                        "correlation1"));
    }

    @Test
    void isLittleOfAPaymentThatWasOnlyActivated() {
        var payment = payment("ACT");

        assertThat(TransactionInfo.of(payment))
                .isEqualTo(new TransactionInfo(
                        payment.id(),
                        null,
                        TransactionStatus.ACTIVATED,
                        null,
                        List.of("token1", "token2"),
                        null,
                        null,
                        10100,
                        null,
                        "correlation1"));
    }

    private static Transaction payment(String story) {
        var events = new ArrayList<TransactionEvent>();
        for (var event : Story.of(story).events()) {
            events.add(new TransactionEvent(
                    event.id(),
                    event.transactionId(),
                    event.number(),
                    event.code(),
                    event.createdAt(),
                    event.version(),
                    DATA.containsKey(event.code()) ? EventData.of(DATA.get(event.code())) : event.data()));
        }
        return Transaction.of(events).orElseThrow();
    }
}
