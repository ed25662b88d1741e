package org.almoner.recurring;

/** What gateways are asked to do for recurring gifts. */
interface Gateways {

    /** The donor does not want to be charged by it again. */
    void deleteToken(MonthlyConvertDecline decline);

    /** The donor had cancelled before this was taken. */
    void refund(UpiDonation donation, Subscription cancelled);
}
