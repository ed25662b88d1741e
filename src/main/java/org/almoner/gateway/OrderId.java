package org.almoner.gateway;

/** What a front end calls an order: the tracking id of the visit, a dot, and the number of the attempt. */
public final class OrderId {

    private OrderId() {}

    public static String contributionTrackingId(String orderId) {
        int dot = orderId.indexOf('.');
        return dot < 0 ? orderId : orderId.substring(0, dot);
    }
}
