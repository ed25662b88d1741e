package org.almoner.listener;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.almoner.gateway.Notification;
import org.almoner.notification.NotificationJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/** What came in, whoever sent it, on the list {@code notifications-<gateway>}: durable when Redis has answered. */
@Component
class Evidence {

    private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);

    private final RedisConnectionFactory connections;
    private final NotificationJson json;

    Evidence(RedisConnectionFactory connections, NotificationJson json) {
        this.connections = connections;
        this.json = json;
    }

    /** @return false when nobody knows whether it is kept */
    boolean keep(Notification notification) {
        var list = "notifications-" + notification.gateway();
        try (var connection = connections.getConnection()) {
            connection.listCommands().rPush(list.getBytes(UTF_8), json.write(notification));
            return true;
        } catch (DataAccessException e) {
            var reason = NestedExceptionUtils.getMostSpecificCause(e).getClass().getSimpleName();
            LOG.warn("a notification of {} is not kept: {}", notification.gateway(), reason);
            return false;
        }
    }
}
