package org.almoner.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.almoner.gateway.Operation;
import org.almoner.gateway.OrderOutcome;
import org.almoner.transaction.Order.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operations at a gateway mean for the money of an expired payment: EXP-5 to EXP-8. */
class OrderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    AUTHORIZATION EXECUTED operation1                       | AUTHORIZED
                    AUTHORIZATION EXECUTED                                  | UNUSABLE
                    AUTHORIZATION DECLINED operation1                       | DECLINED
                    AUTHORIZATION CANCELED operation1                       | DECLINED
                    AUTHORIZATION PENDING operation1                        | UNKNOWN
                    AUTHORIZATION EXECUTED operation1,REFUND VOIDED refund1 | UNUSABLE
                    CAPTURE EXECUTED operation1                             | UNKNOWN
                                                                            | UNKNOWN
                    """)
    void isJudgedByItsOperations(String operations, State state) {
        assertThat(Order.of(OrderOutcome.of(read(operations))).state()).isEqualTo(state);
    }

    private static List<Operation> read(String operations) {
        return operations == null
                ? List.of()
                : Arrays.stream(operations.split(","))
                        .map(operation -> operation.split(" "))
                        .map(words ->
                                new Operation(words[0], words[1], words.length > 2 ? words[2] : null, null, null, null))
                        .toList();
    }
}
