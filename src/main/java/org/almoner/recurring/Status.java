package org.almoner.recurring;

import java.util.Arrays;
import org.almoner.queue.InvalidMessage;

/** Where a recurring gift stands, in the words of the donor database. */
public enum Status {
    PENDING("Pending"),
    IN_PROGRESS("In Progress"),
    PROCESSING("Processing"),
    OVERDUE("Overdue"),
    FAILING("Failing"),
    FAILED("Failed"),
    CANCELLED("Cancelled"),
    COMPLETED("Completed");

    private final String words;

    Status(String words) {
        this.words = words;
    }

    /** @throws InvalidMessage when it is no status that a recurring gift can have */
    static Status told(String words) {
        return Arrays.stream(values())
                .filter(status -> status.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new InvalidMessage("a recurring gift has no such status"));
    }

    /** Nothing more is to come, unless the donor begins anew. */
    public boolean isOver() {
        return this == CANCELLED || this == FAILED;
    }

    boolean hasEnded() {
        return isOver() || this == COMPLETED;
    }

    String words() {
        return words;
    }
}
