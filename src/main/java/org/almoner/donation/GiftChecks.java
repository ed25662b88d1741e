package org.almoner.donation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.almoner.money.ExchangeRates;
import org.almoner.money.Money;
import org.almoner.queue.InvalidMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of a donation what is missing, and what it is worth. */
@Component
class GiftChecks {

    private final Recurrences recurrences;
    private final ExchangeRates rates;
    private final Clock clock;

    GiftChecks(Recurrences recurrences, ExchangeRates rates, Clock clock) {
        this.recurrences = recurrences;
        this.rates = rates;
        this.clock = clock;
    }

    /** @throws InvalidMessage with all that is missing, or with the first of what is wrong */
    Gift check(Donation told) {
        Recurrence recurrence = recurrences.find(told);
        String instrument = instrument(told, recurrence);
        requireAll(told);
        Instant receivedAt = Objects.requireNonNullElseGet(told.payment().date(), clock::instant);
        Money original = told.amounts().original();
        ReportedAmounts reported =
                ReportedAmounts.of(told.amounts(), told.settlement(), money -> rates.toUsd(money, receivedAt));
        if (!original.isPositive() || !reported.arePositive()) {
            throw new InvalidMessage("gross and net are not both positive");
        }
        return new Gift(
                told,
                Objects.requireNonNull(told.payment().gateway()),
                Objects.requireNonNull(told.payment().gatewayTxnId()),
                receivedAt,
                recurrence,
                instrument,
                original,
                reported);
    }

    /** A later payment is made as the first one was. */
    private static String instrument(Donation told, Recurrence recurrence) {
        return told.paidBy()
                .instrument(told.payment().gateway())
                .or(() -> recurrence.instrument())
                .orElseThrow(() -> new InvalidMessage("payment_method is missing"));
    }

    private static void requireAll(Donation told) {
        List<String> missing = new ArrayList<>();
        addIfNull("currency", told.amounts().donorsCurrency(), missing);
        addIfNull("gross", told.amounts().donorsGross(), missing);
        addIfNull("gateway", told.payment().gateway(), missing);
        addIfNull("gateway_txn_id", told.payment().gatewayTxnId(), missing);
        if (!missing.isEmpty()) {
            throw new InvalidMessage("missing: " + String.join(", ", missing));
        }
    }

    private static void addIfNull(String field, @Nullable Object value, List<String> missing) {
        if (value == null) {
            missing.add(field);
        }
    }
}
