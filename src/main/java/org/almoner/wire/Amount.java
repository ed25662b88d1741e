package org.almoner.wire;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A decimal number, as a number or as text with or without thousands separators; empty text is absent. */
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(using = Amount.Reader.class)
public @interface Amount {

    /** Reads {@link Amount}. */
    final class Reader extends ScalarReader<BigDecimal> {

        private static final int LONGEST = 64; // digits cost quadratic time; no currency needs half of them
        private static final BigDecimal SMALLEST = new BigDecimal("0.000000001");

        Reader() {
            super(BigDecimal.class, "is not a decimal number");
        }

        @Override
        @Nullable
        BigDecimal read(String text) {
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException();
            }
            String digits = text.strip().replace(",", "");
            return digits.isEmpty() ? null : bounded(new BigDecimal(digits));
        }

        /** Written out, 1e-200000 takes 200,000 digits; the large end is bounded by what each record allows. */
        private static BigDecimal bounded(BigDecimal value) {
            return value.abs().compareTo(SMALLEST) < 0 ? BigDecimal.ZERO : value;
        }
    }
}
