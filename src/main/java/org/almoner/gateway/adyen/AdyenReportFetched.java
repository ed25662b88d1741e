package org.almoner.gateway.adyen;

import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.Onward;
import org.springframework.stereotype.Component;

/** A report is in its folder, or somebody has to fetch it by hand. */
@Component(AdyenReportFetched.PURPOSE)
class AdyenReportFetched implements Continuation {

    static final String PURPOSE = "adyen-report";

    @Override
    public Onward goOn(AnsweredCall answered) {
        answered.doneOr("the report was not fetched");
        return Onward.nothing();
    }
}
