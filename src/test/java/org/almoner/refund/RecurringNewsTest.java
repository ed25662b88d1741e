package org.almoner.refund;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.almoner.donation.Contribution;
import org.almoner.money.Money;
import org.junit.jupiter.api.Test;

/** What recurring gifts are told of their donations, in the names of the wire. */
class RecurringNewsTest {

    private static final Instant AT = Instant.ofEpochSecond(1788350400);
    private static final Money GROSS = Money.usd(BigDecimal.TEN);

    private final Contribution donation = new Contribution(
            7,
            8,
            99341L,
            "gravy",
            "G1",
            null,
            AT,
            GROSS,
            GROSS,
            Money.usd(BigDecimal.ZERO),
            "Completed",
            "Cash",
            "Credit Card: Visa",
            null,
            null,
            null);

    @Test
    void saysThatAGiftIsToEnd() throws Exception {
        assertThat(json(RecurringNews.cancelled("gravy", donation, "because")))
                .isEqualTo(
                        """
                        {"txn_type":"subscr_cancel","gateway":"gravy","contribution_recur_id":99341,\
                        "payment_instrument_id":"Credit Card: Visa","cancel_reason":"because",\
                        "contribution_status_id:name":"Cancelled"}""");
    }

    @Test
    void saysThatAPaymentFailed() throws Exception {
        assertThat(json(RecurringNews.failed("gravy", donation, AT, AT.plus(Duration.ofDays(1)))))
                .isEqualTo(
                        """
                        {"txn_type":"subscr_failed","gateway":"gravy","contribution_recur_id":99341,\
                        "payment_instrument_id":"Credit Card: Visa","date":1788350400,"failure_retry_date":1788436800}""");
    }

    private static String json(RecurringNews news) throws Exception {
        return new ObjectMapper().writeValueAsString(news);
    }
}
