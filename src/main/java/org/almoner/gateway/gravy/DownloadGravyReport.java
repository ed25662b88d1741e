package org.almoner.gateway.gravy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.regex.Pattern;
import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayCalls;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.Onward;
import org.almoner.gateway.PaymentReference;
import org.almoner.queue.InvalidMessage;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has a report of Gravy's fetched, by the link that a job brings, or by one that Gravy is asked for. */
@Component(DownloadGravyReport.PURPOSE)
class DownloadGravyReport implements Continuation {

    static final String PURPOSE = "gravy-report";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    private static final Pattern NOT_OF_A_NAME = Pattern.compile("[^A-Za-z0-9_-]+");

    private final GatewayCalls calls;
    private final GatewayJson json;
    private final Clock clock;

    DownloadGravyReport(GatewayCalls calls, GatewayJson json, Clock clock) {
        this.calls = calls;
        this.json = json;
        this.clock = clock;
    }

    Onward run(GatewayJob job) {
        var report = json.read(job.payload(), Report.class);
        calls.intend(new GatewayCall(
                "fetch:gravy:" + report.id(),
                "gravy",
                null,
                Ask.FETCH,
                PaymentReference.of(null, null),
                null,
                PURPOSE,
                report.context(json, STAMP.format(clock.instant()))));
        return Onward.nothing();
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        answered.doneOr("the report was not downloaded");
        return Onward.nothing();
    }

    /**
     * Which report it is.
     *
     * @param reportUrl of jobs that were sent before links ran out too soon to be sent
     * @param executionId of all others
     */
    @JsonNaming(SnakeCaseStrategy.class)
    private record Report(
            @Trimmed String reportId,
            @Trimmed String reportName,
            @Trimmed(4096) @Nullable String reportUrl,
            @Trimmed @Nullable String executionId) {

        Report {
            Required.text("report_id", reportId);
            Required.text("report_name", reportName);
            if (reportUrl == null && executionId == null) {
                throw new InvalidMessage("report_url and execution_id are both missing");
            }
        }

        /** A report is executed again and again, each time with another link. */
        String id() {
            return reportUrl == null
                    ? String.valueOf(executionId)
                    : UUID.nameUUIDFromBytes(reportUrl.getBytes(UTF_8)).toString();
        }

        ObjectNode context(GatewayJson json, String stamp) {
            return json.object()
                    .put("report_id", reportId)
                    .put("execution_id", executionId)
                    .put("url", reportUrl)
                    .put(
                            "file",
                            "gravy_" + NOT_OF_A_NAME.matcher(reportName).replaceAll("_") + "_report_" + stamp + ".csv");
        }
    }
}
