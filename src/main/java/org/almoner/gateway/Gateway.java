package org.almoner.gateway;

/**
 * One gateway's API. Called outside of any unit of work, by one thread for each call in hand; may take seconds. What it
 * cannot be asked it refuses.
 *
 * <p>Each method throws {@link GatewayFailure} when the gateway did not answer, or answered nonsense: it is asked again
 * later with the same idempotency key. So it does where it is not configured: what is missing may come, and a no would be
 * taken for the gateway's. A {@link GatewayRefusal} and an answer that is {@code REFUSED} are final.
 */
public interface Gateway {

    String name();

    /** The detail is a {@link PaymentStatus}. */
    default GatewayAnswer status(GatewayCall call) {
        return unknown(call);
    }

    /** The detail has the {@code gateway_txn_id} of what was captured, where the gateway gives it another name. */
    default GatewayAnswer capture(GatewayCall call) {
        return unknown(call);
    }

    default GatewayAnswer cancel(GatewayCall call) {
        return unknown(call);
    }

    /** The detail has the {@code gateway_refund_id}. */
    default GatewayAnswer refund(GatewayCall call) {
        return unknown(call);
    }

    /** The detail has the {@code recurring_payment_token}. */
    default GatewayAnswer tokenise(GatewayCall call) {
        return unknown(call);
    }

    /** The context has the {@code recurring_payment_token} that is to go. */
    default GatewayAnswer forget(GatewayCall call) {
        return unknown(call);
    }

    /** The detail has the {@code subscr_id}. */
    default GatewayAnswer subscribe(GatewayCall call) {
        return unknown(call);
    }

    default GatewayAnswer verify(GatewayCall call) {
        return unknown(call);
    }

    /** The context has the {@code url}; what is fetched is a file, in the folder that the gateway's settings name. */
    default GatewayAnswer fetch(GatewayCall call) {
        return unknown(call);
    }

    private GatewayAnswer unknown(GatewayCall call) {
        return GatewayAnswer.refused(name() + " cannot be asked to " + call.ask());
    }
}
