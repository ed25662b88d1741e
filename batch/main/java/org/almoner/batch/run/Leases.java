package org.almoner.batch.run;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who may run which job. Time only decides who tries: what decides who commits is the epoch, which each chunk proves as its
 * last statement.
 */
@Repository
class Leases {

    private static final String ADD =
            "insert into lease (name, epoch, until) values (:name, 0, '-infinity') on conflict do nothing";

    private static final String TAKE =
            """
            update lease set epoch = epoch + 1, owner = :owner, until = clock_timestamp() + make_interval(secs => :term)
            where name = :name and until <= clock_timestamp()
            returning epoch
            """;

    private static final String RENEW =
            """
            update lease set until = clock_timestamp() + make_interval(secs => :term)
            where name = :name and epoch = :epoch and until > '-infinity'
            """;

    /** Renewals change no key, so they pass; a takeover does, so it waits until the chunk has committed. */
    private static final String PROVE = "select 1 from lease where name = :name and epoch = :epoch for key share";

    private final String owner = ManagementFactory.getRuntimeMXBean().getName();
    private final JdbcClient sql;
    private final double term;

    Leases(JdbcClient sql, LeaseSettings settings) {
        this.sql = sql;
        this.term = settings.term().toMillis() / 1000.0;
    }

    /** None while somebody has it, this process included. */
    Optional<Lease> take(String name) {
        sql.sql(ADD)
                .param("name", name)
                .update(); // not as one upsert: that knows one of the two keys, and trips over the other
        return sql.sql(TAKE)
                .param("name", name)
                .param("owner", owner)
                .param("term", term)
                .query(Long.class)
                .optional()
                .map(epoch -> new Lease(name, epoch));
    }

    /** @return false when it is somebody else's */
    boolean renew(Lease lease) {
        return sql.sql(RENEW)
                        .param("name", lease.name())
                        .param("epoch", lease.epoch())
                        .param("term", term)
                        .update()
                > 0;
    }

    /** Belongs into the transaction that is to count only if the lease still holds, as its last statement. */
    void prove(Lease lease) {
        var holds = sql.sql(PROVE)
                .param("name", lease.name())
                .param("epoch", lease.epoch())
                .query(Integer.class)
                .optional();
        if (holds.isEmpty()) {
            throw new LeaseLost(lease);
        }
    }

    /** @return false when it is somebody else's, who is none the worse for it */
    boolean release(Lease lease) {
        return sql.sql("update lease set owner = null, until = '-infinity' where name = :name and epoch = :epoch")
                        .param("name", lease.name())
                        .param("epoch", lease.epoch())
                        .update()
                > 0;
    }

    /** Gives it up with work left: whoever looks next goes on at once. */
    void leave(Lease lease) {
        sql.sql("update lease set until = '-infinity' where name = :name and epoch = :epoch")
                .param("name", lease.name())
                .param("epoch", lease.epoch())
                .update();
    }

    /** Jobs whose run was left in the middle. */
    List<String> left() {
        return sql.sql("select name from lease where owner is not null and until <= clock_timestamp()")
                .query(String.class)
                .list();
    }
}
