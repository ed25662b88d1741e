package org.almoner.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Invented messages of about 1 kB for the queue {@code pending}, as PHP's json_encode writes them. */
final class PendingMessages {

    private static final List<String> GATEWAYS = List.of("adyen", "paypal_ec", "ingenico", "braintree", "dlocal");
    private static final List<String> FIRST_NAMES =
            List.of("Rowan", "Jantje", "\\u0905\\u092e\\u093f\\u0924", "Zo\\u00eb", "Kim", "\\u0141ucja", "Sam");
    private static final List<String> LAST_NAMES =
            List.of("Blake", "de Vries", "\\u0936\\u0930\\u094d\\u092e\\u093e", "O'Hara", "Nguy\\u1ec5n", "Ingram");
    private static final List<String> STREETS =
            List.of("Lange Voorhout", "Rue de la Paix", "Elm Street", "Gran V\\u00eda");
    private static final int FIRST_ORDER = 231_000_000;

    /** Today: what is older than a month would be purged meanwhile. */
    private static final long DATE = Instant.now().getEpochSecond();

    private static final String FORM =
            """
            {"gateway":"%1$s","gateway_account":"ExampleOrgCOM","gateway_txn_id":false,\
            "gateway_session_id":"%2$032x","order_id":"%3$d.1","contribution_tracking_id":"%3$d",\
            "gross":"%4$d.00","fee":0,"currency":"EUR","country":"NL","language":"nl",\
            "payment_method":"cc","payment_submethod":"visa","user_ip":"198.51.100.%5$d",\
            "utm_source":"B26_0903_nlNL_dsk_p1_lg_cnt.default~default.cc","utm_medium":"sitenotice",\
            "utm_campaign":"C26_nlNL_dsk_FR","utm_key":"vw_1280~vh_720~otherAmt_0~time_%5$d",\
            "referrer":"nl.wiki.example.org\\/wiki\\/Speciaal:Willekeurig","opt_in":"1","recurring":"",\
            "response":false,"date":%6$d,"email":"donor.%3$d@example.org",\
            "first_name":"%7$s","last_name":"%8$s","street_address":"%9$s %5$d","supplemental_address_1":"",\
            "city":"Den Haag","state_province":"ZH","postal_code":"2514 EA","phone":"+31 70 555 %5$04d",\
            "financial_type":"Cash","anonymous":"0",\
            "source_name":"DonationInterface","source_type":"payments","source_host":"payments2001",\
            "source_run_id":28841,"source_version":"5311607d","source_enqueued_time":%6$d}""";

    private PendingMessages() {}

    /** Another payment for each number. */
    static byte[] message(int number) {
        return FORM.formatted(
                        any(GATEWAYS, number),
                        number * 0x9E3779B97F4A7C15L,
                        FIRST_ORDER + number,
                        1 + number % 250,
                        number % 255,
                        DATE,
                        any(FIRST_NAMES, number),
                        any(LAST_NAMES, number),
                        any(STREETS, number))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** One whose producer was interrupted in the middle. */
    static byte[] malformed(int number) {
        byte[] message = message(number);
        return Arrays.copyOf(message, message.length / 2);
    }

    /** Which number the message with this order had. */
    static int number(String orderId) {
        return Integer.parseInt(orderId.substring(0, orderId.indexOf('.'))) - FIRST_ORDER;
    }

    private static String any(List<String> words, int number) {
        return words.get(number % words.size());
    }
}
