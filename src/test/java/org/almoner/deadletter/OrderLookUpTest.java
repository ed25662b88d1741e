package org.almoner.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.Operation;
import org.almoner.gateway.OrderReference;
import org.almoner.transaction.TransactionInfo;
import org.almoner.transaction.TransactionStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a dead letter is told by the gateway of its payment. */
@ExtendWith(OutputCaptureExtension.class)
class OrderLookUpTest {

    private final List<OrderReference> asked = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "AUTHORIZATION, FAILED", // INF-1
        "AUTHORIZATION, EXECUTED", // INF-2
        "REFUND,        VOIDED" // INF-3
    })
    void isTheResultOfTheOperationThatDecided(String type, String result) {
        var operation = new Operation(type, result, "operation1", "e2e", "CARDS", null);

        assertThat(details("NPG", List.of(operation)))
                .isEqualTo(new OrderDetails("NPG", null, result, "operation1", "correlation1", "e2e"));
    }

    @Test
    void isAskedForByWhatTheGatewayKnowsTheOrderBy() {
        details("NPG", List.of());

        assertThat(asked).containsExactly(new OrderReference("order1", "correlation1", "CARDS", "BCITITMM"));
    }

    /** INF-5, and an order of which nothing counts. */
    @ParameterizedTest
    @ValueSource(strings = {"", "CAPTURE"})
    void isEmptyWhereNoOperationDecided(String type) {
        var operations =
                type.isEmpty() ? List.<Operation>of() : List.of(new Operation(type, "EXECUTED", "1", null, null, null));

        assertThat(details("NPG", operations)).isEqualTo(OrderDetails.UNKNOWN);
    }

    /** INF-6, INF-7: whoever wants to know why finds it in the log, the banks without and with a key among it. */
    @ParameterizedTest
    @ValueSource(strings = {"no key for CARDS and BCITITMM, there are keys for UNCRITMM", "HTTP 500", "HTTP 400"})
    void isEmptyWhereTheGatewayFails(String reason, CapturedOutput output) {
        var lookUp = new OrderLookUp(order -> {
            throw new GatewayFailure(reason);
        });

        assertThat(lookUp.details(payment("NPG"))).isEqualTo(OrderDetails.UNKNOWN);
        assertThat(output.getAll()).contains("is archived without details: " + reason);
    }

    /** INF-8, and gateways that nobody is asked. */
    @ParameterizedTest
    @CsvSource({"VPOS", "XPAY", "''", ","})
    void isEmptyWhereThereIsNobodyToAsk(@Nullable String gateway) {
        assertThat(details(gateway, List.of())).isEqualTo(OrderDetails.UNKNOWN);
        assertThat(asked).isEmpty();
    }

    /** DL-8. */
    @Test
    void saysOfARedirectThatItIsOne() {
        assertThat(details("REDIRECT", List.of())).isEqualTo(OrderDetails.REDIRECT);
        assertThat(asked).isEmpty();
    }

    private OrderDetails details(@Nullable String gateway, List<Operation> operations) {
        var lookUp = new OrderLookUp(order -> {
            asked.add(order);
            return operations;
        });
        return lookUp.details(payment(gateway));
    }

    private static TransactionInfo payment(@Nullable String gateway) {
        return new TransactionInfo(
                "t".repeat(32),
                "order1",
                TransactionStatus.EXPIRED,
                gateway,
                List.of("token1"),
                "BCITITMM",
                "CARDS",
                120,
                null,
                "correlation1");
    }
}
