package org.almoner.recurring;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import org.almoner.money.Money;
import org.almoner.queue.InvalidMessage;
import org.almoner.wire.Amount;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/** What a donor wants to give from now on; told without a currency, it is in that of the gift. */
@JsonNaming(SnakeCaseStrategy.class)
record NewAmount(@Amount @Nullable BigDecimal amount, @Trimmed @Nullable String currency) {

    NewAmount {
        if (amount != null && amount.signum() <= 0) {
            throw new InvalidMessage("amount is not positive");
        }
    }

    Money of(Subscription gift) {
        if (currency != null && !currency.equals(gift.amount().currency())) {
            throw new InvalidMessage("recurring gift %d is in another currency".formatted(gift.id()));
        }
        return amount == null ? gift.amount() : gift.amount().with(amount);
    }

    String key() {
        return amount == null ? "" : amount.toPlainString();
    }

    void require() {
        Required.value("amount", amount);
    }
}
