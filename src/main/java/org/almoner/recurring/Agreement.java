package org.almoner.recurring;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Clock;
import java.time.Instant;
import org.almoner.contact.Donor;
import org.almoner.contact.Occasion;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.almoner.wire.UnixTime;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/** What a donor has agreed to give again and again, as far as a message tells it. */
@JsonNaming(SnakeCaseStrategy.class)
record Agreement(
        @JsonUnwrapped GiftReference gift,
        @JsonUnwrapped Terms terms,
        @JsonUnwrapped Pledge pledge,
        @JsonUnwrapped Mandate mandate,
        @JsonUnwrapped Donor donor,
        @WholeNumber @Nullable Long contributionTrackingId,
        @Trimmed @Nullable String orderId,
        @Trimmed @Nullable String paymentMethod,
        @Trimmed @Nullable String paymentInstrument,
        @Trimmed @Nullable String urlCountry,
        @UnixTime @Nullable Instant startDate,
        @UnixTime @Nullable Instant createDate,
        @UnixTime @Nullable Instant date,
        @UnixTime @Nullable Instant paymentDate)
        implements Personal {

    Agreement {
        pledge.money();
        if (mandate.hasToken()) {
            Required.text("gateway_txn_id", gift.gatewayTxnId());
        }
    }

    String gateway() {
        return gift.gateway();
    }

    /** A gateway names the subscriptions that it keeps; others are called like the payment that their token is of. */
    String subscrId() {
        return mandate.hasToken()
                ? Subscriptions.trxnId(gift.gateway(), String.valueOf(gift.gatewayTxnId()))
                : String.valueOf(gift.subscrId());
    }

    /** Of the payment, or of the agreement itself. */
    Instant at(Clock clock) {
        Instant told = date == null ? paymentDate : date;
        return told == null ? clock.instant() : told;
    }

    Occasion occasion(Clock clock) {
        return new Occasion("online donation", at(clock), gift.gateway(), paymentMethod, false, contributionTrackingId);
    }

    /** The first payment is still to come: on the day that the donor was told. */
    NewSubscription begun(long contactId, @Nullable String instrument, Clock clock) {
        Instant start = startDate == null ? at(clock) : startDate;
        return begun(contactId, instrument, createDate == null ? at(clock) : createDate, start, start);
    }

    /** The first payment has been made. */
    NewSubscription paid(long contactId, Clock clock) {
        Instant paid = at(clock);
        Instant next = Schedule.from(terms.unit(), paid).nextAfter(paid);
        return begun(contactId, null, paid, paid, next);
    }

    private NewSubscription begun(
            long contactId, @Nullable String instrument, Instant created, Instant start, Instant next) {
        return new NewSubscription(
                contactId,
                gift.gateway(),
                subscrId(),
                pledge.money(),
                terms.unit(),
                created,
                start,
                next,
                mandate.hasToken() ? gift.gatewayTxnId() : null,
                mandate.hasToken() ? orderId : null,
                paymentInstrument == null ? instrument : paymentInstrument,
                urlCountry == null ? donor.address().country() : urlCountry,
                mandate);
    }

    @Override
    public String toString() {
        return masked();
    }
}
