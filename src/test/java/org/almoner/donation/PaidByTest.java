package org.almoner.donation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaidByTest {

    @ParameterizedTest
    @CsvSource({
        // method, submethod, gateway, instrument
        "cc,      visa,            adyen,     Credit Card: Visa",
        "cc,      amex,            adyen,     Credit Card: American Express",
        "cc,      nobody-knows,    adyen,     Credit Card",
        "apple,   mc,              adyen,     Apple Pay: MasterCard",
        "google,  ,                gravy,     Google Pay",
        "bt,      upi,             dlocal,    Bank Transfer: UPI",
        "bt,      ,                dlocal,    Bank Transfer",
        "dd,      ach,             adyen,     ACH",
        "dd,      ,                adyen,     Direct Debit",
        "cash,    cash_boleto,     dlocal,    Boleto",
        "cash,    pix,             dlocal,    Bank Transfer: Pix",
        "cash,    elsewhere,       dlocal,    Cash",
        "rtbt,    rtbt_ideal,      adyen,     iDeal",
        "rtbt,    sepadirectdebit, adyen,     SEPA Direct Debit",
        "obt,     bpay,            adyen,     Bpay",
        "ew,      unknown,         braintree, Venmo",
        "ew,      unknown,         adyen,     ew",
        "paypal,  ,                paypal_ec, Paypal",
        ",        ,                paypal,    Paypal",
        ",        ,                square,    Square Cash",
        "venmo,   ,                gravy,     Venmo",
        "check,   ,                engage,    Check",
        ",        ,                adyen,     ",
    })
    void isWrittenInTheWordsOfTheDonorDatabase(
            @Nullable String method, @Nullable String submethod, String gateway, @Nullable String instrument) {
        assertThat(new PaidBy(method, submethod, null, null, null)
                        .instrument(gateway)
                        .orElse(null))
                .isEqualTo(instrument);
    }

    @Test
    void prefersWhatIsSaidOutright() {
        assertThat(new PaidBy("cc", "visa", null, null, "Stripe").instrument("stripe"))
                .contains("Stripe");
        assertThat(new PaidBy("cc", "visa", "Stock", "7", "Stripe").instrument("stripe"))
                .contains("Stock");
    }
}
