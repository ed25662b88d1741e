package org.almoner.contact;

/** A wallet that names its owners by an id of its own, and knows an e-mail address that they may use for nothing else. */
enum Wallet {
    VENMO("Venmo"),
    PAYPAL("PayPal");

    /** The kind of its e-mail addresses. */
    final String locationType;

    Wallet(String locationType) {
        this.locationType = locationType;
    }
}
