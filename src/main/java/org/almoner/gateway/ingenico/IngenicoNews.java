package org.almoner.gateway.ingenico;

import java.math.BigDecimal;
import java.time.Instant;
import org.almoner.money.Money;
import org.almoner.queue.InvalidMessage;
import org.almoner.wire.AnyTime;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/** What has become of a payment or of a refund at Ingenico. */
record IngenicoNews(
        @Trimmed String id,
        @Trimmed String type,
        @AnyTime @Nullable Instant created,
        @Nullable Payment payment,
        @Nullable Refund refund) {

    /** Money that came, or is to come. */
    record Payment(@Trimmed String id, @Trimmed @Nullable String status, Output paymentOutput) {}

    /** Money that went back. */
    record Refund(@Trimmed String id, @Trimmed @Nullable String status, Output refundOutput) {}

    /** How much it was, and of which order. */
    record Output(Amount amountOfMoney, References references) {}

    /** In the smallest coin. */
    record Amount(@WholeNumber Long amount, @Trimmed String currencyCode) {}

    /** What we call it. */
    record References(@Trimmed @Nullable String merchantReference) {}

    /** A payment or a refund, whichever it is. */
    record Subject(String id, Output output) {

        String orderId() {
            String order = output.references().merchantReference();
            Required.text("merchantReference", order);
            return String.valueOf(order);
        }

        BigDecimal amount() {
            return Money.ofMinorUnits(output.amountOfMoney().amount(), currency())
                    .amount();
        }

        String currency() {
            return output.amountOfMoney().currencyCode();
        }
    }

    IngenicoNews {
        Required.text("id", id);
        Required.text("type", type);
    }

    boolean isOfAPayment() {
        return payment != null;
    }

    Subject subject() {
        if (payment != null) {
            return subject(payment.id(), payment.paymentOutput());
        }
        if (refund == null) {
            throw new InvalidMessage("payment and refund are both missing");
        }
        return subject(refund.id(), refund.refundOutput());
    }

    private static Subject subject(String id, Output output) {
        Required.text("payment or refund id", id);
        Required.value("output", output);
        Required.value("amountOfMoney", output.amountOfMoney());
        Required.value("amount", output.amountOfMoney().amount());
        Required.text("currencyCode", output.amountOfMoney().currencyCode());
        Required.value("references", output.references());
        return new Subject(id, output);
    }
}
