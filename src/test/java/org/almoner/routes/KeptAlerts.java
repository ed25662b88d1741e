package org.almoner.routes;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody has been alerted of. */
final class KeptAlerts {

    private KeptAlerts() {}

    static int of(JdbcClient sql, String kind) {
        return sql.sql("select count(*) from alert where kind = ?")
                .param(kind)
                .query(Integer.class)
                .single();
    }
}
