package org.almoner.mailing;

import org.springframework.stereotype.Component;

/** Opts everybody out whom mail to that person could reach. */
@Component
class UnsubscribeHandler {

    private final OptOuts optOuts;

    UnsubscribeHandler(OptOuts optOuts) {
        this.optOuts = optOuts;
    }

    public void handle(Unsubscribe wish) {
        optOuts.add(wish);
    }
}
