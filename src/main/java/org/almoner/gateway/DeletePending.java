package org.almoner.gateway;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.almoner.pending.PendingPayments;
import org.almoner.wire.Required;
import org.almoner.wire.Text;
import org.springframework.stereotype.Component;

/** The one job that every gateway's list may have: a payment is not pending any more. Its row stays for those who are late. */
@Component
public class DeletePending implements JobTable.Job {

    /** The class by which it is named. */
    public static final String NAME = "SmashPig\\Core\\Jobs\\DeletePendingJob";

    private final PendingPayments pending;
    private final GatewayJson json;

    DeletePending(PendingPayments pending, GatewayJson json) {
        this.pending = pending;
        this.json = json;
    }

    @Override
    public Onward run(GatewayJob job) {
        var order = json.read(job.payload(), Order.class);
        pending.resolve(order.gateway(), order.orderId());
        return Onward.nothing();
    }

    /** Which payment it is. */
    @JsonNaming(SnakeCaseStrategy.class)
    private record Order(@Text String gateway, @Text String orderId) {
        Order {
            Required.text("gateway", gateway);
            Required.text("order_id", orderId);
        }
    }
}
