package org.almoner.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;

/** The queues, with a message that is good, and what of it is text or an amount. */
enum AttackedQueue {
    PENDING(
            "pending",
            """
            {"gateway":"adyen","order_id":"%s","gateway_txn_id":"t","date":"1788350400","payment_method":"cc",\
            "gateway_account":"main"}""",
            List.of("gateway", "order_id", "gateway_txn_id", "payment_method", "gateway_account"),
            List.of()),
    PAYMENTS_INIT(
            "payments-init",
            """
            {"contribution_tracking_id":"7","order_id":"%s","gateway":"adyen","validation_action":"process",\
            "payments_final_status":"complete","country":"NL","amount":"35.00","currency":"EUR","server":"front1",\
            "date":"1788350400","gateway_txn_id":"t","payment_method":"cc","payment_submethod":"visa"}""",
            List.of(
                    "order_id",
                    "gateway",
                    "validation_action",
                    "payments_final_status",
                    "country",
                    "currency",
                    "server",
                    "gateway_txn_id",
                    "payment_method",
                    "payment_submethod"),
            List.of("amount")),
    PAYMENTS_ANTIFRAUD(
            "payments-antifraud",
            """
            {"contribution_tracking_id":"7","order_id":"%s","gateway":"adyen","validation_action":"process",\
            "payment_method":"cc","risk_score":"1.5","score_breakdown":{"initial":1},"user_ip":"1.2.3.4",\
            "server":"front1","date":"1788350400"}""",
            List.of("order_id", "gateway", "validation_action", "payment_method", "user_ip", "server"),
            List.of("risk_score")),
    CONTRIBUTION_TRACKING(
            "contribution-tracking",
            """
            {"id":"7","referrer":"%s","utm_source":"a.b.c","utm_medium":"m","utm_key":"k","amount":"1","usd_amount":"1",\
            "currency":"EUR","gateway":"adyen","country":"NL","language":"nl","banner_history_log_id":"0123456789"}""",
            List.of(
                    "referrer",
                    "utm_source",
                    "utm_medium",
                    "utm_key",
                    "currency",
                    "gateway",
                    "country",
                    "language",
                    "banner_history_log_id"),
            List.of("amount", "usd_amount")),
    BANNER_HISTORY(
            "banner-history",
            """
            {"banner_history_id":"0123456789","contribution_tracking_id":"7","x":"%s"}""",
            List.of(),
            List.of());

    final String list;
    final String good;
    final List<String> texts;
    final List<String> amounts;

    AttackedQueue(String list, String good, List<String> texts, List<String> amounts) {
        this.list = list;
        this.good = good;
        this.texts = texts;
        this.amounts = amounts;
    }

    String good(String id) {
        return good.formatted(id);
    }

    /** @param json in place of the good value */
    String with(String field, String json) {
        var replaced = good("x")
                .replaceFirst("\"" + field + "\":\"[^\"]*\"", Matcher.quoteReplacement("\"" + field + "\":" + json));
        assertThat(replaced).isNotEqualTo(good("x"));
        return replaced;
    }
}
