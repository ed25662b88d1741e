package org.almoner.embedded;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way of one order so far, a line for each step. */
record SampleSteps(List<String> lines) {

    static SampleSteps of(String order, JdbcClient sql) {
        return new SampleSteps(sql.sql(
                        """
                        select format('%-12s  %s', to_char(at at time zone 'UTC', 'HH24:MI:SS.MS'), step)
                        from (
                            select date as at, 1 as rank, 'pending   the donor has gone to ' || gateway as step
                            from pending_payment where order_id = :order
                            union all
                            select told_at, 2, format('%-8s  tells: %s', gateway, lower(what))
                            from gateway_news where order_id = :order
                            union all
                            select intended_at, 3, format('decision  to %s %s %s', lower(ask), amount, currency)
                            from gateway_call where order_id = :order
                            union all
                            select asked_at, 4, format('%-8s  is asked to %s: %s', gateway, lower(ask), lower(outcome))
                            from gateway_call where order_id = :order
                            union all
                            select null, 5, format('donation  %s %s', original_gross, original_currency)
                            from contribution where order_id = :order
                            union all
                            select null, 6, format('tracking  %s has led to this donation', tracking.id)
                            from contribution_tracking as tracking
                            join contribution on contribution.id = tracking.contribution_id
                            where contribution.order_id = :order
                        ) as steps
                        order by at nulls last, rank
                        """)
                .param("order", order)
                .query(String.class)
                .list());
    }

    String text() {
        return lines.stream().map(line -> "  " + line).collect(Collectors.joining("\n", "", "\n"));
    }
}
