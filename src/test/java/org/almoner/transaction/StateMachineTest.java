package org.almoner.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every status × every event. What a line does not name changes nothing. */
class StateMachineTest {

    /** What a payment has been through · where it stands · where events take it. */
    private static final String VERSION_2 =
            """
            ACT                                     | ACTIVATED               | AREQ AUTHORIZATION_REQUESTED, UCANC CANCELLATION_REQUESTED, EXP EXPIRED_NOT_AUTHORIZED
            ACT AREQ                                | AUTHORIZATION_REQUESTED | ACOMP(OK) AUTHORIZATION_COMPLETED, ACOMP(KO) AUTHORIZATION_COMPLETED, EXP EXPIRED
            ACT AREQ ACOMP(OK)                      | AUTHORIZATION_COMPLETED | CREQ CLOSURE_REQUESTED, EXP EXPIRED
            ACT AREQ ACOMP(KO)                      | AUTHORIZATION_COMPLETED | CREQ CLOSURE_REQUESTED, EXP EXPIRED
            ACT AREQ ACOMP(OK) CREQ                 | CLOSURE_REQUESTED       | CLOSED(OK) CLOSED, CLOSED(KO) CLOSED, CSYN CLOSED, CERR CLOSURE_ERROR, EXP EXPIRED
            ACT AREQ ACOMP(KO) CREQ                 | CLOSURE_REQUESTED       | CERR CLOSURE_ERROR, CFAIL UNAUTHORIZED, EXP EXPIRED
            ACT UCANC                               | CANCELLATION_REQUESTED  | CLOSED(OK) CANCELED, CLOSED(KO) CANCELED, CERR CLOSURE_ERROR, EXP CANCELLATION_EXPIRED
            ACT UCANC CERR                          | CLOSURE_ERROR           | CLOSED(OK) CANCELED, CLOSED(KO) CANCELED, EXP CANCELLATION_EXPIRED
            ACT AREQ ACOMP(OK) CREQ CERR            | CLOSURE_ERROR           | CLOSED(OK) CLOSED, CLOSED(KO) CLOSED, CSYN CLOSED, EXP EXPIRED, RREQ REFUND_REQUESTED
            ACT AREQ ACOMP(KO) CREQ CERR            | CLOSURE_ERROR           | CFAIL UNAUTHORIZED, EXP EXPIRED, RREQ REFUND_REQUESTED
            ACT AREQ ACOMP(OK) CREQ CLOSED(OK)      | CLOSED                  | UREQ(OK) NOTIFICATION_REQUESTED, UREQ(KO) NOTIFICATION_REQUESTED, RREQ REFUND_REQUESTED, EXP EXPIRED
            ACT AREQ ACOMP(OK) CREQ CSYN            | CLOSED                  | UREQ(OK) NOTIFICATION_REQUESTED, UREQ(KO) NOTIFICATION_REQUESTED, RREQ REFUND_REQUESTED, EXP EXPIRED
            … CLOSED(OK) UREQ(OK)                   | NOTIFICATION_REQUESTED  | UADD(OK) NOTIFIED_OK, UADD(KO) NOTIFIED_KO, UERR NOTIFICATION_ERROR, EXP EXPIRED
            … CLOSED(OK) UREQ(OK) UERR              | NOTIFICATION_ERROR      | UADD(OK) NOTIFIED_OK, UADD(KO) NOTIFIED_KO, EXP EXPIRED
            … CLOSED(OK) UREQ(KO) UERR              | NOTIFICATION_ERROR      | UADD(OK) NOTIFIED_OK, UADD(KO) NOTIFIED_KO, RREQ REFUND_REQUESTED, EXP EXPIRED
            … CLOSED(OK) UREQ(KO) UADD(KO)          | NOTIFIED_KO             | RREQ REFUND_REQUESTED, EXP EXPIRED
            ACT AREQ EXP                            | EXPIRED                 | RREQ REFUND_REQUESTED
            ACT AREQ ACOMP(OK) EXP                  | EXPIRED                 | RREQ REFUND_REQUESTED
            ACT AREQ ACOMP(OK) CREQ EXP             | EXPIRED                 | RREQ REFUND_REQUESTED, CSYN CLOSED
            ACT AREQ ACOMP(KO) CREQ EXP             | EXPIRED                 | RREQ REFUND_REQUESTED
            ACT AREQ ACOMP(OK) CREQ CERR EXP        | EXPIRED                 | RREQ REFUND_REQUESTED, CSYN CLOSED
            … CLOSED(OK) EXP                        | EXPIRED                 | RREQ REFUND_REQUESTED, CSYN CLOSED, UREQ(OK) NOTIFICATION_REQUESTED, UREQ(KO) NOTIFICATION_REQUESTED
            … CLOSED(OK) UREQ(OK) EXP               | EXPIRED                 | RREQ REFUND_REQUESTED, CSYN CLOSED, UREQ(OK) NOTIFICATION_REQUESTED, UREQ(KO) NOTIFICATION_REQUESTED, UADD(OK) NOTIFIED_OK, UADD(KO) NOTIFIED_KO
            … CLOSED(OK) UREQ(OK) UERR EXP          | EXPIRED                 | RREQ REFUND_REQUESTED, CSYN CLOSED, UREQ(OK) NOTIFICATION_REQUESTED, UREQ(KO) NOTIFICATION_REQUESTED, UADD(OK) NOTIFIED_OK, UADD(KO) NOTIFIED_KO
            … CLOSED(OK) UREQ(KO) UADD(KO) EXP      | EXPIRED                 | RREQ REFUND_REQUESTED, CSYN CLOSED, UREQ(OK) NOTIFICATION_REQUESTED, UREQ(KO) NOTIFICATION_REQUESTED, UADD(OK) NOTIFIED_OK, UADD(KO) NOTIFIED_KO
            ACT AREQ EXP RREQ                       | REFUND_REQUESTED        | RDONE REFUNDED, RERR REFUND_ERROR
            ACT AREQ EXP RREQ RERR                  | REFUND_ERROR            | RDONE REFUNDED
            ACT AREQ EXP RREQ RERR RRETRY           | REFUND_ERROR            | RDONE REFUNDED
            … CLOSED(OK) UREQ(OK) UADD(OK)          | NOTIFIED_OK             |
            ACT UCANC CLOSED                        | CANCELED                |
            ACT AREQ ACOMP(KO) CREQ CFAIL           | UNAUTHORIZED            |
            ACT AREQ EXP RREQ RDONE                 | REFUNDED                |
            ACT EXP                                 | EXPIRED_NOT_AUTHORIZED  |
            ACT UCANC EXP                           | CANCELLATION_EXPIRED    |
            """;

    /** Where version 1 differs, and that it does not differ elsewhere. */
    private static final String VERSION_1 =
            """
            ACT                                     | ACTIVATED               | AREQ AUTHORIZATION_REQUESTED, UCANC CANCELLATION_REQUESTED, EXP EXPIRED_NOT_AUTHORIZED
            ACT AREQ                                | AUTHORIZATION_REQUESTED | ACOMP(OK) AUTHORIZATION_COMPLETED, ACOMP(KO) AUTHORIZATION_COMPLETED, EXP EXPIRED
            ACT AREQ ACOMP(OK)                      | AUTHORIZATION_COMPLETED | CLOSED(OK) CLOSED, CLOSED(KO) CLOSED, CERR CLOSURE_ERROR, EXP EXPIRED
            ACT AREQ ACOMP(KO)                      | AUTHORIZATION_COMPLETED | CERR CLOSURE_ERROR, CFAIL UNAUTHORIZED, EXP EXPIRED
            ACT UCANC CERR                          | CLOSURE_ERROR           | CLOSED(OK) CANCELED, CLOSED(KO) CANCELED, EXP CANCELLATION_EXPIRED
            ACT AREQ ACOMP(OK) CERR                 | CLOSURE_ERROR           | CLOSED(OK) CLOSED, CLOSED(KO) CLOSED, EXP EXPIRED, RREQ REFUND_REQUESTED
            ACT AREQ ACOMP(KO) CERR                 | CLOSURE_ERROR           | CFAIL UNAUTHORIZED, EXP EXPIRED, RREQ REFUND_REQUESTED
            ACT AREQ ACOMP(OK) CLOSED(OK)           | CLOSED                  | UREQ(OK) NOTIFICATION_REQUESTED, UREQ(KO) NOTIFICATION_REQUESTED, RREQ REFUND_REQUESTED, EXP EXPIRED
            ACT AREQ ACOMP(OK) CLOSED(OK) EXP       | EXPIRED                 | RREQ REFUND_REQUESTED, UREQ(OK) NOTIFICATION_REQUESTED, UREQ(KO) NOTIFICATION_REQUESTED
            ACT AREQ ACOMP(OK) CLOSED(OK) UREQ(OK) EXP | EXPIRED              | RREQ REFUND_REQUESTED
            ACT AREQ ACOMP(OK) EXP                  | EXPIRED                 | RREQ REFUND_REQUESTED
            """;

    private static final List<String> EVENTS = List.of(
            "ACT",
            "AREQ",
            "AWAIT",
            "ACOMP(OK)",
            "ACOMP(KO)",
            "CREQ",
            "CLOSED(OK)",
            "CLOSED(KO)",
            "CERR",
            "CFAIL",
            "CRETRY",
            "CSYN",
            "UREQ(OK)",
            "UREQ(KO)",
            "UADD(OK)",
            "UADD(KO)",
            "UERR",
            "URETRY",
            "EXP",
            "UCANC",
            "RREQ",
            "RERR",
            "RRETRY",
            "RDONE");

    @ParameterizedTest
    @MethodSource("steps")
    void takesAPaymentWhereTheTableSays(Story before, String event, TransactionStatus status) {
        assertThat(before.then(event).transaction().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void knowsEveryStatusByItsStory(Story story, TransactionStatus status) {
        assertThat(story.transaction().status()).isEqualTo(status);
    }

    @Test
    void isTestedInEveryStatusAndWithEveryEvent() {
        assertThat(lines().map(line -> line.get()[1])).containsAll(EnumSet.allOf(TransactionStatus.class));
        assertThat(EVENTS.stream().map(word -> Story.of(word).events().get(0).code()))
                .containsAll(EnumSet.allOf(EventCode.class));
    }

    static Stream<Arguments> steps() {
        return rows().flatMap(row ->
                EVENTS.stream().map(event -> Arguments.of(row.story, event, row.next.getOrDefault(event, row.status))));
    }

    static Stream<Arguments> lines() {
        return rows().map(row -> Arguments.of(row.story, row.status));
    }

    private static Stream<Row> rows() {
        return Stream.concat(
                VERSION_2.lines().map(line -> row(line, 2)), VERSION_1.lines().map(line -> row(line, 1)));
    }

    private static Row row(String line, int version) {
        String[] cells = line.split("\\|", -1);
        String story = cells[0].strip().replace("…", "ACT AREQ ACOMP(OK) CREQ");
        return new Row(
                version == 1 ? Story.ofVersion1(story) : Story.of(story),
                TransactionStatus.valueOf(cells[1].strip()),
                Arrays.stream(cells[2].split(","))
                        .map(String::strip)
                        .filter(step -> !step.isEmpty())
                        .map(step -> step.split(" "))
                        .collect(Collectors.toMap(step -> step[0], step -> TransactionStatus.valueOf(step[1]))));
    }

    private record Row(Story story, TransactionStatus status, Map<String, TransactionStatus> next) {}
}
