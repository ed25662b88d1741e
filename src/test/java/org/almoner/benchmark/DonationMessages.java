package org.almoner.benchmark;

import java.nio.charset.StandardCharsets;

/** Invented messages of about 1 kB for the queue {@code donations}, one for each donor and round. */
final class DonationMessages {

    private static final int FIRST_ORDER = 417_000_000;
    private static final int FIRST_DATE = 1_788_350_400;

    private static final String FORM =
            """
            {"gateway":"adyen","gateway_account":"ExampleOrgCOM","gateway_txn_id":"%2$d%3$015d","order_id":"%1$d.%2$d",\
            "contribution_tracking_id":"%1$d","gross":"%4$d.00","fee":0,"currency":"EUR","country":"NL","language":"nl",\
            "payment_method":"cc","payment_submethod":"visa","user_ip":"198.51.100.7",\
            "utm_source":"B26_0903_nlNL_dsk_p1_lg_cnt.default~default.cc","utm_medium":"sitenotice",\
            "utm_campaign":"C26_nlNL_dsk_FR","opt_in":"1","recurring":"","response":false,"date":%5$d,\
            "email":"donor.%3$d@example.org","first_name":"First%3$d","last_name":"Last%3$d",\
            "street_address":"Lange Voorhout %3$d","supplemental_address_1":"","city":"Den Haag",\
            "state_province":"ZH","postal_code":"2514 EA","phone":"",\
            "source_name":"DonationForm","source_type":"payments","source_host":"front1",\
            "source_run_id":28841,"source_version":"5311607d","source_enqueued_time":%5$d}""";

    private DonationMessages() {}

    static byte[] message(int round, int donor) {
        return FORM.formatted(
                        FIRST_ORDER + 100_000_000 * (round % 10) + donor,
                        round,
                        donor,
                        1 + donor % 250,
                        FIRST_DATE + donor / 500)
                .getBytes(StandardCharsets.UTF_8);
    }
}
