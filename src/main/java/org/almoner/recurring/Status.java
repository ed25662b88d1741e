package org.almoner.recurring;

import java.util.Arrays;

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

    static Status of(String words) {
        return Arrays.stream(values())
                .filter(status -> status.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(words + " is no status of a recurring gift"));
    }

    /** Nothing more is to come, unless the donor begins anew. */
    public boolean isOver() {
        return this == CANCELLED || this == FAILED;
    }

    String words() {
        return words;
    }
}
