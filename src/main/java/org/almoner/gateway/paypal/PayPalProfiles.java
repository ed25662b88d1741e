package org.almoner.gateway.paypal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.GatewayHttp;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/** Begins the recurring payments that donors have agreed to by express checkout, which only PayPal's oldest API can. */
@Component
class PayPalProfiles {

    private static final Set<String> SUCCESS = Set.of("Success", "SuccessWithWarning");
    private static final String VERSION = "204";

    private final PayPalSettings settings;
    private final GatewayHttp http;
    private final Clock clock;

    PayPalProfiles(PayPalSettings settings, GatewayHttp http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    /** The context may say the {@code frequency_unit}, the {@code processor_contact_id} and what the donor was told. */
    GatewayAnswer create(GatewayCall call) {
        if (settings.nvpUrl().isBlank()) {
            throw new GatewayFailure("almoner.gateway.paypal.nvp-url is not configured");
        }
        String said = http.client(settings.nvpUrl())
                .post()
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form(call))
                .retrieve()
                .body(String.class);
        var answer = Ipn.read((said == null ? "" : said).getBytes(UTF_8))
                .map(Ipn::fields)
                .orElse(Map.of());
        if (!answer.containsKey("ACK")) {
            throw new GatewayFailure("PayPal acknowledges nothing");
        }
        return SUCCESS.contains(answer.get("ACK"))
                ? GatewayAnswer.done("subscr_id", answer.get("PROFILEID"))
                : GatewayAnswer.refused("error " + answer.getOrDefault("L_ERRORCODE0", "without a code"));
    }

    private LinkedMultiValueMap<String, String> form(GatewayCall call) {
        var context = call.context();
        var form = new LinkedMultiValueMap<String, String>();
        form.add("METHOD", "CreateRecurringPaymentsProfile");
        form.add("VERSION", VERSION);
        form.add("USER", settings.nvpUser());
        form.add("PWD", settings.nvpPassword());
        form.add("SIGNATURE", settings.nvpSignature());
        form.add("MSGSUBID", call.idempotencyKey());
        form.add("TOKEN", call.payment().sessionId());
        form.add("PAYERID", context.path("processor_contact_id").asText());
        form.add("PROFILEREFERENCE", call.payment().orderId());
        form.add(
                "PROFILESTARTDATE",
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        form.add("BILLINGPERIOD", context.path("frequency_unit").asText().equals("year") ? "Year" : "Month");
        form.add("BILLINGFREQUENCY", "1");
        form.add("AMT", call.amountOf().amount().toPlainString());
        form.add("CURRENCYCODE", call.amountOf().currency());
        form.add("DESC", context.path("description").asText());
        return form;
    }
}
