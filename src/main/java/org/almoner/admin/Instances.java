package org.almoner.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The processes that live, as they say themselves, by the time of PostgreSQL: their own clocks need not agree. */
@Repository
class Instances {

    private final JdbcClient sql;
    private final ObjectMapper json;

    Instances(JdbcClient sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void beat(InstanceStatus instance) {
        sql.sql(
                        """
                        insert into receiver_instance (instance_id, deployment_version, receivers, beat_at)
                        values (:id, :version, :receivers, now())
                        on conflict (instance_id) do update set
                            deployment_version = excluded.deployment_version,
                            receivers = excluded.receivers,
                            beat_at = excluded.beat_at
                        """)
                .param("id", instance.instanceId())
                .param("version", instance.deploymentVersion().name())
                .param("receivers", write(instance.receiverStatuses()))
                .update();
        sql.sql("delete from receiver_instance where beat_at < now() - interval '1 min'")
                .update();
    }

    void leave(String id) {
        sql.sql("delete from receiver_instance where instance_id = :id")
                .param("id", id)
                .update();
    }

    /** Of one that has not beaten for five seconds, nobody knows how it is. */
    List<InstanceStatus> all() {
        return sql.sql(
                        """
                        select instance_id, deployment_version, receivers, beat_at > now() - interval '5 s' as is_heard
                        from receiver_instance
                        where beat_at >= now() - interval '1 min'
                        order by instance_id
                        """)
                .query((row, number) -> instance(row))
                .list();
    }

    private InstanceStatus instance(ResultSet row) throws SQLException {
        var receivers = read(row.getString("receivers"));
        return new InstanceStatus(
                row.getString("instance_id"),
                DeploymentVersion.valueOf(row.getString("deployment_version")),
                row.getBoolean("is_heard")
                        ? receivers
                        : receivers.stream().map(ReceiverStatus::unknown).toList());
    }

    private String write(List<ReceiverStatus> receivers) {
        try {
            return json.writeValueAsString(receivers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the status of the receivers cannot be written", e);
        }
    }

    private List<ReceiverStatus> read(String receivers) {
        try {
            return json.readValue(receivers, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the status of the receivers cannot be read", e);
        }
    }
}
