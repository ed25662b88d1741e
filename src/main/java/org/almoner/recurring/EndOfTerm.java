package org.almoner.recurring;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A gateway says that a recurring gift has run its term; ours run for ever, so it should have ended before. */
record EndOfTerm(@JsonUnwrapped GiftReference gift) implements RecurringMessage {

    @Override
    public String key() {
        return "eot\u001f" + gift.key();
    }
}
