package org.almoner.transaction;

/** Why somebody has to look at a transaction. */
public enum DeadLetterCategory {
    /** Money may have to go back, and what is known does not say so for certain. */
    REFUND_MANUAL_CHECK_REQUIRED,
    /** It was closed well, and nobody said whether the receipt went out. */
    SEND_PAYMENT_RESULT_RECEIVING_TIMEOUT,
    /** Money has to go back, and there is no gateway that could be asked. */
    PROCESSING_ERROR
}
