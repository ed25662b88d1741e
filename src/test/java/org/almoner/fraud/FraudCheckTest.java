package org.almoner.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Map;
import org.almoner.queue.InvalidMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FraudCheckTest {

    @ParameterizedTest
    @CsvSource({
        "82.5,       82.5",
        "100000000,  100000000",
        "100000001,  100000000",
        "1e200000,   100000000",
        "-1e200000, -100000000",
        "1e-200000,  0",
    })
    void capsScores(String score, BigDecimal kept) throws Exception {
        var check = read(
                """
                {"contribution_tracking_id":7,"order_id":"7.1","risk_score":%s,"score_breakdown":{"initial":%s}}
                """
                        .formatted(score, score));

        assertThat(check.riskScore()).isEqualByComparingTo(kept);
        assertThat(check.scoreBreakdown().get("initial")).isEqualByComparingTo(kept);
        assertThat(check.scores()).containsExactly(kept.toPlainString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"order_id\":null", "\"order_id\":\"\"", "\"gateway\":\"adyen\""})
    void takesTheTrackingIdForTheOrderWhenThereIsNone(String order) throws Exception {
        assertThat(read("{\"contribution_tracking_id\":\"7\"," + order + "}").orderId())
                .isEqualTo("7");
    }

    @Test
    void keepsNoAddressThatIsNone() throws Exception {
        assertThat(read("{\"contribution_tracking_id\":7,\"user_ip\":\"unknown\"}")
                        .userIp())
                .isNull();
    }

    @Test
    void refusesACheckOfNoPayment() {
        assertThatThrownBy(() -> read("{\"order_id\":\"7.1\",\"score_breakdown\":[],\"risk_score\":\"\"}"))
                .rootCause()
                .isInstanceOf(InvalidMessage.class)
                .hasMessage("contribution_tracking_id is missing");
    }

    @Test
    void refusesAFilterThatIsNoName() {
        assertThatThrownBy(() -> read("{\"contribution_tracking_id\":7,\"score_breakdown\":{\"a\\u0000b\":1}}"))
                .rootCause()
                .isInstanceOf(InvalidMessage.class);
        assertThatThrownBy(() -> read(
                        "{\"contribution_tracking_id\":7,\"score_breakdown\":{\"%s\":1}}".formatted("a".repeat(65))))
                .rootCause()
                .isInstanceOf(InvalidMessage.class);
    }

    @Test
    void tellsNobodyWhoTheDonorIsByItsKey() throws Exception {
        var check =
                read("{\"contribution_tracking_id\":7,\"user_ip\":\"198.51.100.23\",\"score_breakdown\":{\"a\":1}}");

        assertThat(check.key()).hasSize(36).doesNotContain("198.51.100.23");
        assertThat(check.scoreBreakdown()).isEqualTo(Map.of("a", BigDecimal.ONE));
    }

    private static FraudCheck read(String json) throws Exception {
        return new ObjectMapper().readValue(json, FraudCheck.class);
    }
}
