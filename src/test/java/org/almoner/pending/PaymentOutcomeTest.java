package org.almoner.pending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.almoner.queue.InvalidMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentOutcomeTest {

    @ParameterizedTest
    @CsvSource({
        // gateway, action, status, failed, resolves
        "paypal_ec, process,   failed,       true,  true",
        "paypal_ec, process,   cancelled,    true,  true",
        "paypal_ec, reject,    failed,       true,  true",
        "paypal_ec, challenge, failed,       true,  true",
        "paypal_ec, review,    failed,       false, false",
        "paypal_ec, reject,    pending,      false, false",
        "paypal_ec, process,   complete,     false, false",
        "paypal_ec, process,   pending-poke, false, false",
        "paypal_ec, process,   revised,      false, false",
        "ingenico,  process,   failed,       true,  true",
        "ingenico,  reject,    failed,       false, false",
        "ingenico,  review,    cancelled,    false, false",
        "adyen,     reject,    failed,       false, false",
        "adyen,     process,   failed,       true,  false",
        "dlocal,    reject,    failed,       true,  false",
        "dlocal,    process,   cancelled,    true,  false",
    })
    void fails(String gateway, String action, String status, boolean failed, boolean resolves) {
        var outcome = outcome(gateway, action, status, BigDecimal.ONE);

        assertThat(outcome.isFailed()).isEqualTo(failed);
        assertThat(outcome.resolvesPendingPayment()).isEqualTo(resolves);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1E+17", "1E+200000"})
    void refusesAnAmountThatCannotBe(BigDecimal amount) {
        assertThatThrownBy(() -> outcome("adyen", "process", "complete", amount))
                .isInstanceOf(InvalidMessage.class)
                .hasMessage("amount is not between 0 and 10^17");
    }

    @Test
    void isTheSameMessageOnlyWhenItSaysTheSame() {
        var complete = outcome("adyen", "process", "complete", BigDecimal.ONE);

        assertThat(complete.key())
                .isEqualTo(
                        outcome("adyen", "process", "complete", BigDecimal.ONE).key());
        assertThat(complete.key())
                .isNotEqualTo(
                        outcome("adyen", "process", "failed", BigDecimal.ONE).key());
    }

    private static PaymentOutcome outcome(String gateway, String action, String status, @Nullable BigDecimal amount) {
        return new PaymentOutcome(
                7L, "7.1", gateway, action, status, null, "cc", null, "NL", amount, "EUR", "front1", Instant.EPOCH);
    }
}
