package org.almoner.gateway.adyen;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the banks' checks of a card's code and address add to the risk; each check by the name of our filter. */
final class CardChecks {

    static final String CVV = "getCVVResult";
    static final String AVS = "getAVSResult";

    private static final Logger LOG = LoggerFactory.getLogger(CardChecks.class);
    private static final Pattern CODE = Pattern.compile("[0-9]{1,3}");
    private static final String WALLET = "ew";

    private final ObjectNode scores = JsonNodeFactory.instance.objectNode();

    private CardChecks() {}

    static CardChecks of(CaptureRequest request, AdyenSettings settings) {
        var checks = new CardChecks();
        if (!WALLET.equals(request.paymentMethod())) {
            checks.add(CVV, request.cvvResult(), settings.cvvScores());
            checks.add(AVS, request.avsResult(), settings.avsScores());
        }
        return checks;
    }

    /** By filter, without those that said nothing we understand. */
    ObjectNode scores() {
        return scores;
    }

    BigDecimal sum() {
        return BigDecimal.valueOf(scores.properties().stream()
                .mapToLong(score -> score.getValue().longValue())
                .sum());
    }

    private void add(String filter, @Nullable String code, List<Integer> points) {
        if (code == null || code.isEmpty()) {
            return;
        }
        if (CODE.matcher(code).matches() && Integer.parseInt(code) < points.size()) {
            scores.put(filter, points.get(Integer.parseInt(code)));
        } else {
            LOG.warn("a code of filter={} is unknown and adds nothing to the risk", filter);
        }
    }
}
