package org.almoner.fraud;

import org.springframework.stereotype.Component;

/** Keeps the latest verdict on a payment and the latest score of each filter. */
@Component
class FraudCheckHandler {

    private final FraudChecks checks;

    FraudCheckHandler(FraudChecks checks) {
        this.checks = checks;
    }

    public void handle(FraudCheck check) {
        checks.keep(check);
    }
}
