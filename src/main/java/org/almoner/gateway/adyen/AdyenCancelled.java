package org.almoner.gateway.adyen;

import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.Onward;
import org.almoner.queue.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** An authorisation that is not cancelled expires by itself after some weeks, so nobody need do anything about it. */
@Component(AdyenCancelled.PURPOSE)
class AdyenCancelled implements Continuation {

    static final String PURPOSE = "adyen-cancel";

    private static final Logger LOG = LoggerFactory.getLogger(AdyenCancelled.class);

    private final UnitOfWork unit;

    AdyenCancelled(UnitOfWork unit) {
        this.unit = unit;
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        if (!answered.isDone()) {
            LOG.warn(
                    "authorisation was not cancelled: order_id={}",
                    answered.payment().orderId());
            unit.count("gateway_authorisation_not_cancelled");
        }
        return Onward.nothing();
    }
}
