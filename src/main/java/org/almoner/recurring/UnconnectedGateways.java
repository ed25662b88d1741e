package org.almoner.recurring;

import org.almoner.queue.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** No gateway is connected: says what somebody has to do by hand. */
@Component
class UnconnectedGateways implements Gateways {

    private static final Logger LOG = LoggerFactory.getLogger(UnconnectedGateways.class);

    private final UnitOfWork unit;

    UnconnectedGateways(UnitOfWork unit) {
        this.unit = unit;
    }

    @Override
    public void deleteToken(MonthlyConvertDecline decline) {
        LOG.warn(
                "to be done by hand: delete the token of order_id={} at gateway={}",
                decline.orderId(),
                decline.gift().gateway());
        unit.count("gateway_token_not_deleted");
    }

    @Override
    public void refund(UpiDonation donation, Subscription cancelled) {
        LOG.warn(
                "to be done by hand: refund gateway_txn_id={} at gateway={}, contribution_recur_id={} was cancelled before",
                donation.agreement().gift().gatewayTxnId(),
                donation.agreement().gateway(),
                cancelled.id());
        unit.count("gateway_payment_not_refunded");
    }
}
