package org.almoner.transaction;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.almoner.queue.InvalidMessage;
import org.springframework.util.StringUtils;

/** What can happen to a payment; on the wire {@code TRANSACTION_…_EVENT}. */
public enum EventCode {
    ACTIVATED,
    AUTHORIZATION_REQUESTED,
    AUTHORIZATION_OUTCOME_WAITING,
    AUTHORIZATION_COMPLETED,
    CLOSURE_REQUESTED,
    CLOSED,
    CLOSURE_ERROR,
    CLOSURE_FAILED,
    CLOSURE_RETRIED,
    CLOSURE_SYNTHETIC,
    USER_RECEIPT_REQUESTED,
    USER_RECEIPT_ADDED,
    ADD_USER_RECEIPT_ERROR("UserReceiptAddError"),
    ADD_USER_RECEIPT_RETRY("UserReceiptAddRetried"),
    EXPIRED,
    USER_CANCELED,
    REFUND_REQUESTED,
    REFUND_ERROR,
    REFUND_RETRIED,
    REFUNDED;

    private static final Map<String, EventCode> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(EventCode::wireName, Function.identity()));

    private final String documentName;

    EventCode() {
        this.documentName = Arrays.stream(name().toLowerCase(Locale.ROOT).split("_"))
                .map(StringUtils::capitalize)
                .collect(Collectors.joining());
    }

    EventCode(String documentName) {
        this.documentName = documentName;
    }

    static EventCode of(String wireName) {
        var code = BY_WIRE_NAME.get(wireName);
        if (code == null) {
            throw new InvalidMessage("eventCode is none that is known");
        }
        return code;
    }

    @JsonValue
    String wireName() {
        return "TRANSACTION_" + name() + "_EVENT";
    }

    /** The simple name of the class that the producers of version 2 call it. */
    String documentName() {
        return "Transaction" + documentName + "Event";
    }
}
