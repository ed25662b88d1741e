package org.almoner.routes;

/** A refund of 35 euros, in which tests change what they are about. */
final class TestRefund {

    private TestRefund() {}

    /** @param fields in single quotes, which win */
    static String refund(String fields) {
        return """
                {"type":"refund","gateway":"adyen","gateway_parent_id":"A1","gross":"35.00","gross_currency":"EUR","date":1788436800}
                """
                .strip()
                .transform(usual -> TestMessage.with(usual, fields));
    }
}
