package org.almoner.gateway.adyen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayCalls;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.PaymentReference;
import org.almoner.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What Adyen is to be asked after a job is committed, each thing once. */
@Component
class AdyenCalls {

    private final GatewayCalls calls;
    private final GatewayJson json;

    AdyenCalls(GatewayCalls calls, GatewayJson json) {
        this.calls = calls;
        this.json = json;
    }

    void capture(CaptureRequest request) {
        var context = json.object();
        if (request.isRescued()) {
            context.put("rescue_reference", request.retryRescueReference())
                    .put("gross", request.money().amount().toPlainString())
                    .put("currency", request.currency());
        }
        intend("capture", request, Ask.CAPTURE, request.money(), AdyenCaptured.PURPOSE, context);
    }

    void cancel(CaptureRequest request) {
        intend("cancel", request, Ask.CANCEL, null, AdyenCancelled.PURPOSE, json.object());
    }

    void fetch(ReportRequest report) {
        calls.intend(new GatewayCall(
                "fetch:adyen:" + report.reportUrl(),
                "adyen",
                report.account(),
                Ask.FETCH,
                PaymentReference.of(null, null),
                null,
                AdyenReportFetched.PURPOSE,
                json.object().put("report_url", report.reportUrl())));
    }

    /** @param donation goes on with the token */
    void tokenise(TokenRequest request, ObjectNode donation) {
        calls.intend(new GatewayCall(
                "tokenise:adyen:" + request.gatewayTxnId(),
                "adyen",
                request.gatewayAccount(),
                Ask.TOKENISE,
                PaymentReference.of(request.orderId(), request.gatewayTxnId()),
                null,
                AdyenGiftTokenised.PURPOSE,
                donation));
    }

    private void intend(
            String verb, CaptureRequest request, Ask ask, @Nullable Money money, String purpose, ObjectNode context) {
        calls.intend(new GatewayCall(
                verb + ":adyen:" + request.pspReference(),
                "adyen",
                request.account(),
                ask,
                PaymentReference.of(request.merchantReference(), request.pspReference()),
                money,
                purpose,
                context));
    }
}
