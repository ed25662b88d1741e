package org.almoner.gateway;

/** A gateway will not say what it was asked, however often: it knows no such order, or does not let us ask. */
public class GatewayRefusal extends GatewayFailure {

    private static final long serialVersionUID = 1L;

    public GatewayRefusal(String reason) {
        super(reason);
    }
}
