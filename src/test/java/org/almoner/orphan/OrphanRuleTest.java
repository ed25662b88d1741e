package org.almoner.orphan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.almoner.gateway.PaymentStatus.State;
import org.almoner.gateway.RiskRule;
import org.almoner.orphan.Evidence.Elsewhere;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of what is decided about an orphan. */
class OrphanRuleTest {

    private static final Instant NOW = Instant.parse("2026-09-02T12:00:00Z");
    private static final RiskRule RISK = new RiskRule(BigDecimal.valueOf(75), BigDecimal.valueOf(125));

    private static final History KNOWN_WELL = history("P30D", 3, 0);

    private final OrphanRule rule = new OrphanRule(RISK);

    @ParameterizedTest
    @CsvSource({
        "COMPLETE,     COMPLETE",
        "FAILED,       FAILED",
        "CANCELLED,    FAILED",
        "REFUNDED,     FAILED",
        "PENDING,      LEAVE",
        "PENDING_POKE, CAPTURE",
    })
    void goesByWhatTheGatewaySays(State state, Decision decision) {
        var ruling = rule.on(
                TestPayment.good().read(), TestPayment.status(state, Map.of("cvv", BigDecimal.ZERO)), nothing(), NOW);

        assertThat(ruling.decision()).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        // known, cvv, avs, risk,    decision for a stranger
        "0,       0,   0,   PROCESS, CAPTURE",
        "0,       0,   74,  PROCESS, CAPTURE",
        "0,       50,  24,  PROCESS, CAPTURE",
        "0,       50,  25,  REVIEW,  LEAVE", // the threshold itself counts, as it does for jobs
        "74.9,    0,   0,   PROCESS, CAPTURE",
        "75,      0,   0,   REVIEW,  LEAVE",
        "75,      0,   49,  REVIEW,  LEAVE",
        "75,      0,   50,  REJECT,  CANCEL",
        "25,      100, 0,   REJECT,  CANCEL",
        "124.9,   0,   0,   REVIEW,  LEAVE",
        "125,     0,   0,   REJECT,  CANCEL",
        "-50,     100, 25,  REVIEW,  LEAVE",
    })
    void addsUpAllScores(BigDecimal known, BigDecimal cvv, BigDecimal avs, RiskRule.Action risk, Decision ofStranger) {
        var ruling = approve(
                TestPayment.good(), scored(Map.of("initial", known), History.NONE), Map.of("cvv", cvv, "avs", avs));

        assertThat(ruling.risk()).isEqualTo(risk);
        assertThat(ruling.decision()).isEqualTo(ofStranger);
    }

    @Test
    void countsAScoreOnceThatIsKnownAlready() {
        var known = Map.of("getCVVResult", BigDecimal.valueOf(50), "initial", BigDecimal.TEN);

        var ruling = approve(
                TestPayment.good(),
                scored(known, History.NONE),
                Map.of("cvv", BigDecimal.valueOf(100), "avs", BigDecimal.ONE));

        assertThat(ruling.scores().sum()).isEqualByComparingTo("61");
        assertThat(ruling.scores().news()).isTrue();
        assertThat(ruling.scores().byFilter()).containsKey("getAVSResult");
    }

    @Test
    void hasNoNewsWhereAllScoresAreKnown() {
        var known = Map.of("getCVVResult", BigDecimal.valueOf(50));

        assertThat(approve(TestPayment.good(), scored(known, History.NONE), Map.of("cvv", BigDecimal.TEN))
                        .scores()
                        .news())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "cc,     ,    REVIEW,  LEAVE",
        "cc,     0,   PROCESS, CAPTURE",
        "google, ,    PROCESS, CAPTURE",
        "paypal, ,    PROCESS, CAPTURE",
    })
    void looksAtACardWhoseCvvNobodyChecked(
            String method, @Nullable BigDecimal cvv, RiskRule.Action risk, Decision decision) {
        var ruling = approve(
                TestPayment.good().with("payment_method", method),
                nothing(),
                cvv == null ? Map.of("avs", BigDecimal.ZERO) : Map.of("cvv", cvv));

        assertThat(ruling.risk()).isEqualTo(risk);
        assertThat(ruling.decision()).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        // latest gift before, completed, others, decision on a good payment
        "PT1H,                 1,         0,      CANCEL",
        "PT23H59M,             1,         0,      CANCEL",
        "PT24H,                1,         0,      CAPTURE",
        "P30D,                 1,         1,      CAPTURE",
        ",                     0,         0,      CAPTURE", // who has no gift with a date has not given today
        ",                     0,         2,      CAPTURE",
    })
    void takesNothingFromWhoGaveToday(@Nullable Duration latest, int completed, int others, Decision decision) {
        var ruling = approve(
                TestPayment.good(),
                scored(Map.of(), new History(latest == null ? null : NOW.minus(latest), completed, others)),
                Map.of("cvv", BigDecimal.ZERO));

        assertThat(ruling.decision()).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        // score, minfraud, latest, completed, others, decision
        "75,      80,       P30D,   1,         0,      CAPTURE",
        "75,      ,         P30D,   1,         0,      CAPTURE", // not asked is as good as none
        "75,      80.1,     P30D,   1,         0,      CANCEL", // makes 155.1
        "125,     ,         P30D,   1,         0,      CAPTURE",
        "45,      80,       P30D,   1,         0,      CAPTURE",
        "125,     ,         P30D,   1,         1,      CANCEL", // was refunded once
        "75,      ,         P30D,   3,         1,      LEAVE",
        "75,      ,         PT1H,   3,         0,      LEAVE",
        "125,     ,         PT1H,   3,         0,      CANCEL",
        "75,      ,         ,       0,         0,      LEAVE",
        "75,      ,         ,       0,         1,      LEAVE",
        "125,     ,         ,       0,         0,      CANCEL",
    })
    void trustsADonorWhomWeKnowWell(
            BigDecimal score,
            @Nullable BigDecimal minfraud,
            @Nullable Duration latest,
            int completed,
            int others,
            Decision decision) {
        var known = minfraud == null ? Map.of("initial", score) : Map.of("initial", score, "minfraud_filter", minfraud);
        var history = new History(latest == null ? null : NOW.minus(latest), completed, others);

        assertThat(approve(TestPayment.good(), scored(known, history), Map.of("cvv", BigDecimal.ZERO))
                        .decision())
                .isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        // recorded, being captured, elsewhere, decision
        "true,       false,          NOTHING,   CANCEL",
        "false,      false,          COMPLETE,  CANCEL",
        "false,      false,          IN_HAND,   LEAVE",
        "true,       true,           COMPLETE,  LEAVE", // whose capture is on its way is not cancelled
        "false,      true,           NOTHING,   LEAVE",
    })
    void takesNothingTwice(boolean recorded, boolean beingCaptured, Elsewhere elsewhere, Decision decision) {
        var evidence = new Evidence(recorded, beingCaptured, elsewhere, RiskScores.NONE, KNOWN_WELL);

        var ruling = approve(TestPayment.good(), evidence, Map.of("cvv", BigDecimal.ZERO));

        assertThat(ruling.decision()).isEqualTo(decision);
        assertThat(ruling.validationAction()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"paypal, LEAVE", "paypal_ec, LEAVE", "ingenico, CANCEL", "adyen, CANCEL", "gravy, CANCEL"})
    void leavesWhatCannotBeCancelled(String gateway, Decision decision) {
        var evidence = new Evidence(true, false, Elsewhere.NOTHING, RiskScores.NONE, History.NONE);

        assertThat(approve(TestPayment.good().at(gateway), evidence, Map.of()).decision())
                .isEqualTo(decision);
    }

    @Test
    void completesNothingThatHasNoName() {
        var nameless = TestPayment.good().with("gateway_txn_id", "").read();
        var status = TestPayment.status(State.COMPLETE, null, Map.of());

        assertThat(rule.on(nameless, status, nothing(), NOW).decision()).isEqualTo(Decision.LEAVE);
    }

    private Ruling approve(TestPayment payment, Evidence evidence, Map<String, BigDecimal> scores) {
        return rule.on(payment.read(), TestPayment.status(State.PENDING_POKE, scores), evidence, NOW);
    }

    private static Evidence nothing() {
        return scored(Map.of(), History.NONE);
    }

    private static Evidence scored(Map<String, BigDecimal> scores, History history) {
        return new Evidence(false, false, Elsewhere.NOTHING, RiskScores.known(scores), history);
    }

    private static History history(String latestBefore, int completed, int others) {
        return new History(NOW.minus(Duration.parse(latestBefore)), completed, others);
    }
}
