package org.almoner.fraud;

import java.util.Optional;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** The verdict on each payment, by its tracking id and order, and the scores behind it. */
@Repository
public class FraudChecks {

    private final UnitOfWork unit;

    FraudChecks(UnitOfWork unit) {
        this.unit = unit;
    }

    /**
     * What the message leaves out stays as it is; where nothing is known yet, PostgreSQL refuses the gap. Verdict and
     * scores are one statement, so that those of many messages are sent in one go.
     */
    void keep(FraudCheck check) {
        unit.write(
                """
                with verdict as (
                    insert into payments_fraud (
                        contribution_tracking_id, order_id, gateway, validation_action, user_ip,
                        payment_method, risk_score, server, date)
                    select contribution_tracking_id, order_id,
                        coalesce(?, known.gateway), coalesce(?, known.validation_action),
                        coalesce(?::inet, known.user_ip), coalesce(?, known.payment_method),
                        coalesce(?::numeric, known.risk_score), coalesce(?, known.server),
                        coalesce(?::timestamptz, known.date)
                    from (select ?::bigint as contribution_tracking_id, ?::text as order_id) as told
                    left join payments_fraud as known using (contribution_tracking_id, order_id)
                    on conflict (contribution_tracking_id, order_id) do update set
                        gateway = excluded.gateway,
                        validation_action = excluded.validation_action,
                        user_ip = excluded.user_ip,
                        payment_method = excluded.payment_method,
                        risk_score = excluded.risk_score,
                        server = excluded.server,
                        date = excluded.date
                    returning id)
                insert into payments_fraud_breakdown (payments_fraud_id, filter_name, risk_score)
                select verdict.id, score.filter, score.points::numeric
                from verdict, unnest(?::text[], ?::text[]) as score (filter, points)
                on conflict (payments_fraud_id, filter_name) do update set risk_score = excluded.risk_score
                """,
                check.gateway(),
                check.validationAction(),
                check.userIp(),
                check.paymentMethod(),
                check.riskScore(),
                check.server(),
                check.date(),
                check.contributionTrackingId(),
                check.orderId(),
                check.filters(),
                check.scores());
    }

    /**
     * How risky a payment looked before.
     *
     * @param own filters whose scores do not count, because whoever asks is about to say them again
     */
    public Optional<EarlierRisk> before(String gateway, String orderId, String... own) {
        return unit
                .read(
                        """
                        select contribution_tracking_id, payment_method, host(user_ip) as user_ip,
                            case when count(filter_name) = 0 then known.risk_score
                                else coalesce(sum(breakdown.risk_score) filter (where filter_name <> all (?::text[])), 0)
                            end as score
                        from payments_fraud as known
                        left join payments_fraud_breakdown as breakdown on breakdown.payments_fraud_id = known.id
                        where known.order_id = ? and known.gateway = ?
                        group by known.id order by known.date desc limit 1
                        """,
                        (row, n) -> new EarlierRisk(
                                row.getLong("contribution_tracking_id"),
                                row.getString("payment_method"),
                                row.getString("user_ip"),
                                row.getBigDecimal("score")),
                        own,
                        orderId,
                        gateway)
                .stream()
                .findFirst();
    }
}
