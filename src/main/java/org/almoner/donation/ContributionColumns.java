package org.almoner.donation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of a contribution that is added, in the order in which {@link Contributions} names them. */
final class ContributionColumns {

    private ContributionColumns() {}

    static @Nullable Object[] of(long id, NewContribution added) {
        Donation told = added.gift().told();
        return Stream.of(
                        identity(id, added),
                        amounts(added.gift()),
                        names(told.payment()),
                        data(added.data()),
                        offline(told.offline()),
                        settlement(told.settlement()),
                        sender(told.sender()))
                .flatMap(Arrays::stream)
                .toArray();
    }

    private static @Nullable Object[] identity(long id, NewContribution added) {
        Gift gift = added.gift();
        return columns(
                id,
                added.contactId(),
                added.contributionRecurId(),
                added.visit(),
                gift.gateway(),
                gift.gatewayTxnIdOfItsOwn(),
                gift.trxnId(),
                added.invoiceId(),
                gift.receivedAt(),
                gift.status(),
                gift.financialType(),
                gift.instrument());
    }

    private static @Nullable Object[] amounts(Gift gift) {
        return columns(
                gift.reported().gross().currency(),
                gift.reported().gross().amount(),
                gift.reported().fee().amount(),
                gift.reported().net().amount(),
                gift.original().currency(),
                gift.original().amount(),
                gift.told().amounts().donorsFee(),
                gift.told().amounts().donorsNet());
    }

    private static @Nullable Object[] names(Payment payment) {
        return columns(
                payment.orderId(),
                payment.gatewayAccount(),
                payment.gatewayStatus(),
                payment.backendProcessor(),
                payment.backendProcessorTxnId(),
                payment.backendProcessorReversalId(),
                payment.paymentOrchestratorReconciliationId(),
                payment.paymentOrchestratorReversalId(),
                payment.authId(),
                payment.captureId());
    }

    private static @Nullable Object[] data(GiftData data) {
        return columns(data.fund(), data.campaign(), data.appeal(), data.channel(), data.isMajor(), data.noThankYou());
    }

    private static @Nullable Object[] offline(OfflineGift offline) {
        return columns(
                offline.checkNumber(),
                date(offline.postmarkDate()),
                offline.note(),
                offline.manualReview(),
                offline.bankingInstitution(),
                offline.donorAdvisedFundName());
    }

    private static @Nullable Object[] settlement(Settlement settlement) {
        return settlement.isSettled()
                ? columns(
                        settlement.settledDate(),
                        settlement.settledCurrency(),
                        settlement.settlementBatchReference(),
                        settlement.settledTotalAmount(),
                        settlement.settledFeeAmount())
                : columns(null, null, null, null, null);
    }

    private static @Nullable Object[] sender(Sender sender) {
        return columns(
                sender.sourceName(),
                sender.sourceType(),
                sender.sourceHost(),
                sender.sourceRunId(),
                sender.sourceVersion(),
                sender.sourceEnqueuedTime());
    }

    private static @Nullable LocalDate date(@Nullable Instant time) {
        return time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static @Nullable Object[] columns(@Nullable Object... columns) {
        return columns;
    }
}
