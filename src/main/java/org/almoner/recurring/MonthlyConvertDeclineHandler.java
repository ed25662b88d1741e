package org.almoner.recurring;

import org.springframework.stereotype.Component;

/** Has a token deleted that was made for a recurring gift, and that the donor does not want to use. */
@Component
class MonthlyConvertDeclineHandler {

    private final Gateways gateways;

    MonthlyConvertDeclineHandler(Gateways gateways) {
        this.gateways = gateways;
    }

    public void handle(MonthlyConvertDecline decline) {
        gateways.forgetToken(decline);
    }
}
