package org.almoner.refund;

import java.util.Optional;
import java.util.Set;
import org.almoner.donation.Contribution;
import org.almoner.donation.Contributions;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** The donations that money goes back of, by whatever a refund calls them. */
@Repository
class Originals {

    /** One gateway under two names, by the age of the subscription. */
    private static final Set<String> PAYPAL = Set.of("paypal", "paypal_ec");

    private final Contributions contributions;
    private final UnitOfWork unit;

    Originals(Contributions contributions, UnitOfWork unit) {
        this.contributions = contributions;
        this.unit = unit;
    }

    /** As it is once nobody else changes it: two messages may call one donation by names that have nothing in common. */
    Optional<Contribution> of(OriginalPayment payment) {
        var found = named(payment);
        found.ifPresent(donation ->
                unit.read("select 1 from contribution where id = ? for update", (row, n) -> 1, donation.id()));
        return found.flatMap(donation -> contributions.byId(donation.id()));
    }

    private Optional<Contribution> named(OriginalPayment payment) {
        Long id = payment.parentContributionId();
        if (id != null) {
            return Optional.of(
                    contributions.byId(id).orElseThrow(() -> new InvalidMessage("there is no contribution " + id)));
        }
        return byTxnId(payment.gateway(), payment)
                .or(() -> Optional.ofNullable(payment.invoiceId()).flatMap(contributions::byInvoice))
                .or(() -> byOtherNameOfPaypal(payment))
                .or(() -> Optional.ofNullable(payment.gatewayParentId())
                        .flatMap(txnId -> contributions.byBackendPayment(payment.gateway(), txnId)));
    }

    private Optional<Contribution> byTxnId(String gateway, OriginalPayment payment) {
        return Optional.ofNullable(payment.gatewayParentId()).flatMap(txnId -> contributions.byPayment(gateway, txnId));
    }

    private Optional<Contribution> byOtherNameOfPaypal(OriginalPayment payment) {
        return PAYPAL.contains(payment.gateway())
                ? PAYPAL.stream()
                        .filter(name -> !name.equals(payment.gateway()))
                        .flatMap(name -> byTxnId(name, payment).stream())
                        .findFirst()
                : Optional.empty();
    }
}
