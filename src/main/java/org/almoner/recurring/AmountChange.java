package org.almoner.recurring;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A donor wants to give more, or less: whatever it is called, the amounts tell. */
record AmountChange(
        @JsonUnwrapped ModifiedGift gift, @JsonUnwrapped NewAmount wanted, @JsonUnwrapped Circumstances circumstances)
        implements Modification {

    AmountChange {
        wanted.require();
    }

    @Override
    public String key() {
        return String.join("\u001f", "amount", gift.key(), wanted.key(), circumstances.key());
    }
}
