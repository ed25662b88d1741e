package org.almoner.gateway;

/** A gateway does not say what it was asked. Its reason holds no personal data. */
public class GatewayFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GatewayFailure(String reason) {
        super(reason);
    }
}
