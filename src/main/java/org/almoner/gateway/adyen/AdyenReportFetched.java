package org.almoner.gateway.adyen;

import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.Onward;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** A report is in its folder, or somebody has to fetch it by hand. */
@Component
class AdyenReportFetched implements Continuation {

    static final String PURPOSE = "adyen-report";

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        if (!answered.isDone()) {
            throw new InvalidMessage("the report was not fetched: " + answered.reason());
        }
        return Onward.nothing();
    }
}
