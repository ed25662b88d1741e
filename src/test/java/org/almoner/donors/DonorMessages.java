package org.almoner.donors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What 500 donors cause in a year, in phases: no message depends on one of its own phase or of a later one. */
final class DonorMessages {

    static final int DONORS = 500;

    private static final int DATE = 1_788_350_400;
    private static final int DAY = 86_400;
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "GBP", "JPY");

    private static final String DONATION =
            """
            {"gateway":"adyen","gateway_txn_id":"%1$s","order_id":"%2$s.1","contribution_tracking_id":"%2$s","gross":"%3$d",\
            "fee":"0","currency":"%4$s","payment_method":"cc","payment_submethod":"visa","email":"Donor%5$d@example.org",\
            "first_name":"Kim","last_name":"Donor%5$d","country":"NL","language":"nl","city":"Den Haag","postal_code":"2514 EA",\
            "street_address":"Lange Voorhout %5$d","utm_source":"B26_nlNL_dsk.default.cc","utm_medium":"sitenotice",\
            "date":%6$d%7$s,"source_enqueued_time":%8$d}""";

    private static final String PAYMENT =
            """
            {"txn_type":"subscr_payment","gateway":"adyen","gateway_txn_id":"%1$s","subscr_id":"%2$s","order_id":"%3$s.1",\
            "contribution_tracking_id":"%3$s","gross":"5","currency":"%4$s","payment_method":"cc","payment_submethod":"visa",\
            "email":"donor%5$d@example.org","first_name":"Kim","last_name":"Donor%5$d","date":%6$d,"source_enqueued_time":%7$d}""";

    private static final String REFUND =
            """
            {"type":"refund","gateway":"adyen","gateway_parent_id":"%1$s","gateway_refund_id":"R%1$s","gross":"%2$d",\
            "gross_currency":"%3$s","date":%4$d,"source_enqueued_time":%5$d}""";

    private static final String CANCELLATION =
            """
            {"txn_type":"subscr_cancel","gateway":"adyen","subscr_id":"%1$s","cancel_date":%2$d,"cancel_reason":"asked to",\
            "date":%2$d,"source_enqueued_time":%3$d}""";

    /** A message and the queue that it goes to. */
    record Sent(String queue, String message) {}

    private final long enqueued;

    DonorMessages(long enqueued) {
        this.enqueued = enqueued;
    }

    List<List<Sent>> phases() {
        return List.of(each(this::gifts), each(this::payments), each(this::refundsAndCancellations));
    }

    /** All of them in any order, each once or twice. */
    List<Sent> shuffled(Random random) {
        List<Sent> messages = new ArrayList<>();
        phases().forEach(messages::addAll);
        List<Sent> again =
                messages.stream().filter(sent -> random.nextBoolean()).toList();
        messages.addAll(again);
        Collections.shuffle(messages, random);
        return messages;
    }

    private static List<Sent> each(IntFunction<List<Sent>> messages) {
        return IntStream.range(0, DONORS)
                .mapToObj(messages)
                .flatMap(List::stream)
                .toList();
    }

    private List<Sent> gifts(int donor) {
        List<Sent> gifts = new ArrayList<>();
        for (int gift = 0; gift < 4; gift++) {
            gifts.add(donation(donor, gift, ""));
        }
        gifts.add(donation(donor, 4, ",\"recurring\":\"1\",\"subscr_id\":\"%s\"".formatted(subscription(donor))));
        return gifts;
    }

    private List<Sent> payments(int donor) {
        return IntStream.range(5, 9)
                .mapToObj(payment -> new Sent(
                        "recurring",
                        PAYMENT.formatted(
                                txn(donor, payment),
                                subscription(donor),
                                tracking(donor, payment),
                                currency(donor),
                                donor,
                                DATE + payment * DAY,
                                enqueued)))
                .toList();
    }

    private List<Sent> refundsAndCancellations(int donor) {
        return donor % 2 == 0
                ? List.of(
                        new Sent(
                                "refund",
                                REFUND.formatted(
                                        txn(donor, 1), amount(donor, 1), currency(donor), DATE + 20 * DAY, enqueued)),
                        new Sent("recurring", CANCELLATION.formatted(subscription(donor), DATE + 30 * DAY, enqueued)))
                : List.of();
    }

    private Sent donation(int donor, int gift, String more) {
        return new Sent(
                "donations",
                DONATION.formatted(
                        txn(donor, gift),
                        tracking(donor, gift),
                        amount(donor, gift),
                        currency(donor),
                        donor,
                        DATE + gift * DAY,
                        more,
                        enqueued));
    }

    private static int amount(int donor, int gift) {
        return gift == 4 ? 5 : 10 + donor % 7 + gift;
    }

    private static String txn(int donor, int gift) {
        return "TXN%04dX%d".formatted(donor, gift);
    }

    private static String tracking(int donor, int gift) {
        return String.valueOf(231_000_000 + donor * 10 + gift);
    }

    private static String subscription(int donor) {
        return "SUB%04d".formatted(donor);
    }

    private static String currency(int donor) {
        return CURRENCIES.get(donor % CURRENCIES.size());
    }
}
