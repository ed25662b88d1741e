package org.almoner.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import org.almoner.queue.InvalidMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContributionTrackingTest {

    @ParameterizedTest
    @CsvSource({
        "35.00,              35.00",
        "99999999999999999,  99999999999999999",
        "100000000000000000, 99999999999999999",
        "1e200000,           99999999999999999",
        "1e-200000,          0",
    })
    void limitsAmounts(String sent, BigDecimal kept) throws Exception {
        assertThat(read("\"amount\":" + sent).amount()).isEqualByComparingTo(kept);
        assertThat(read("\"usd_amount\":\"" + sent + "\"").usdAmount()).isEqualByComparingTo(kept);
    }

    @Test
    void cutsTextToItsColumn() throws Exception {
        assertThat(read("\"language\":\"%s\"".formatted("😀".repeat(9))).language())
                .isEqualTo("😀".repeat(8));
        assertThat(read("\"country\":\"NLD\"").country()).isEqualTo("NL");
        assertThat(read("\"referrer\":\"%s\"".formatted("r".repeat(5000))).referrer())
                .hasSize(4096);
        assertThat(read("\"utm_source\":\"%s.page.cc\"".formatted("b".repeat(130)))
                        .visitedPage())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // utm_key, is_recurring, fee, choice
        "vw_540~ptf_1~time_12, ,      true,  ",
        "vw_540~ptf_0,         true,  false, 2",
        "Upsell~1,             1,     false, 1",
        "a~UPSELL~ptf_1,       '\"1\"', true,  1",
        "Upsell,               0,     false, ",
    })
    void derivesFeeAndChoiceFromTheKey(String key, @Nullable String recurring, boolean fee, @Nullable Integer choice)
            throws Exception {
        var tracking = read("\"utm_key\":\"%s\",\"is_recurring\":%s".formatted(key, recurring));

        assertThat(tracking.isPayFee()).isEqualTo(fee);
        assertThat(tracking.recurringChoiceId()).isEqualTo(choice);
    }

    @Test
    void prefersThePageThatTheSourceNames() throws Exception {
        assertThat(read("\"landing_page\":\"asked\",\"utm_source\":\"b.shown.cc\"")
                        .visitedPage())
                .isEqualTo("shown");
        assertThat(read("\"landing_page\":\"asked\",\"utm_source\":\"b..cc\"").visitedPage())
                .isEqualTo("asked");
    }

    @ParameterizedTest
    @CsvSource({
        "9f83ab02c7d41e65,      true",
        "0123456789abcdef0123,  true",
        "0123456789,            true",
        "012345678,             false",
        "0123456789abcdef01234, false",
        "9F83AB02C7D41E65,      false",
        "zzzzzzzzzzzz,          false",
    })
    void keepsABannerHistoryThatCanBeOne(String id, boolean kept) throws Exception {
        assertThat(read("\"banner_history_log_id\":\"%s\"".formatted(id)).bannerHistoryLogId())
                .isEqualTo(kept ? id : null);
    }

    @Test
    void isDatedByItsTimeStampBeforeAllElse() throws Exception {
        var time = Instant.parse("2026-09-02T08:34:00Z");

        assertThat(read("\"ts\":\"20260902083400\",\"tracking_date\":1").trackingDate())
                .isEqualTo(time);
        assertThat(read("\"tracking_date\":\"2026-09-02 08:34:00\"").trackingDate())
                .isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ts\":\"20260902083400\"}",
                "{\"id\":\"\"}",
                "{\"id\":0}",
                "{\"id\":-7}",
                "{\"id\":\"7; drop table\"}",
                "{\"id\":1.5}",
                "{\"id\":[7]}",
                "{\"id\":7,\"amount\":-1}",
                "{\"id\":7,\"contribution_id\":-1}",
            })
    void isOfAVisitThatHasAnId(String json) {
        assertThatThrownBy(() -> new ObjectMapper().readValue(json, ContributionTracking.class))
                .hasRootCauseInstanceOf(InvalidMessage.class);
    }

    private static ContributionTracking read(String fields) throws Exception {
        return new ObjectMapper().readValue("{\"id\":7," + fields + "}", ContributionTracking.class);
    }
}
