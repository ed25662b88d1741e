package org.almoner.gateway.adyen;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.pending.PendingMessage;
import org.almoner.pending.PendingPayments;
import org.springframework.stereotype.Component;

/** Pending payments at Adyen, as the donations that they may become. */
@Component
class BegunDonations {

    private final PendingPayments pending;
    private final GatewayJson json;

    BegunDonations(PendingPayments pending, GatewayJson json) {
        this.pending = pending;
        this.json = json;
    }

    /** Of several attempts with one order, the one that Adyen calls so. */
    Optional<PendingMessage> find(String orderId, String gatewayTxnId) {
        return pending.find("adyen", orderId, gatewayTxnId);
    }

    ObjectNode fields(PendingMessage begun) {
        return json.read(begun.text().getBytes(UTF_8), ObjectNode.class);
    }

    BegunDonation donation(ObjectNode fields) {
        return json.read(fields, BegunDonation.class);
    }

    /** Stays pending, and knows more. */
    void complete(PendingMessage begun, ObjectNode fields, String gatewayTxnId) {
        pending.complete(begun.id(), fields.toString(), gatewayTxnId);
    }

    /** Is pending no more, but a donation; without what only concerned the one or the other. */
    Onward give(ObjectNode fields, String orderId) {
        pending.resolve("adyen", orderId);
        fields.remove("pending_id");
        fields.remove("captured");
        return Onward.of(Kind.DONATION, fields);
    }
}
