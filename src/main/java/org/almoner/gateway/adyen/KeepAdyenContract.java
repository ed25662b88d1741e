package org.almoner.gateway.adyen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.JobTable;
import org.almoner.gateway.Onward;
import org.almoner.pending.PendingMessage;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Component;

/** Adds the token of a recurring gift to its pending payment, which with some methods makes it a donation. */
@Component
class KeepAdyenContract implements JobTable.Job {

    private final BegunDonations begun;
    private final GatewayJson json;
    private final UnitOfWork unit;

    KeepAdyenContract(BegunDonations begun, GatewayJson json, UnitOfWork unit) {
        this.begun = begun;
        this.json = json;
        this.unit = unit;
    }

    @Override
    public Onward run(GatewayJob job) {
        var contract = json.read(job.payload(), Contract.class);
        return begun.find(contract.merchantReference(), contract.gatewayTxnId())
                .map(pending -> keep(contract, pending))
                .orElseGet(() -> discard(contract));
    }

    private Onward keep(Contract contract, PendingMessage pending) {
        var fields = withToken(begun.fields(pending), contract);
        if (contract.completesDonation()) {
            return begun.give(fields.put("gateway_txn_id", contract.gatewayTxnId()), contract.merchantReference());
        }
        begun.complete(pending, fields, contract.gatewayTxnId());
        return Onward.nothing();
    }

    private static ObjectNode withToken(ObjectNode fields, Contract contract) {
        return fields.put("recurring_payment_token", contract.recurringPaymentToken())
                .put("processor_contact_id", contract.processorContactId());
    }

    /** The audit finds the donation without it, and asks for the token. */
    private Onward discard(Contract contract) {
        unit.count(contract.completesDonation() ? "adyen_contract_without_payment" : "adyen_contract_discarded");
        return Onward.nothing();
    }
}
