package org.almoner.admin;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was commanded. */
@Repository
class Commands {

    /** A command by its number, as two that say the same are two. */
    record Given(long number, Command command) {}

    private static final Given WORK_FROM_THE_FIRST = new Given(0, Command.START);

    private final JdbcClient sql;

    Commands(JdbcClient sql) {
        this.sql = sql;
    }

    void add(ReceiverCommand command, String key) {
        var version = command.deploymentVersion();
        sql.sql(
                        """
                        insert into receiver_command (command, deployment_version, given_with, given_at)
                        values (:command, :version, :key, now())
                        """)
                .param("command", command.command().name())
                .param("version", version == null ? null : version.name())
                .param("key", key)
                .update();
    }

    Given newest(DeploymentVersion version) {
        return sql.sql(
                        """
                        select number, command from receiver_command
                        where deployment_version is null or deployment_version = :version
                        order by number desc
                        limit 1
                        """)
                .param("version", version.name())
                .query(Given.class)
                .optional()
                .orElse(WORK_FROM_THE_FIRST);
    }
}
