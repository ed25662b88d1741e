package org.almoner.notification;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.almoner.gateway.News;
import org.almoner.gateway.Notification;
import org.almoner.gateway.NotificationReader;
import org.almoner.gateway.Onward;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.UnitOfWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads what is genuine, and lets through what is new in it. */
@Component
class Hearing {

    private final Map<String, NotificationReader> readers;
    private final Notifications notifications;
    private final KnownNews known;
    private final UnitOfWork unit;

    Hearing(ObjectProvider<NotificationReader> readers, Notifications notifications, KnownNews known, UnitOfWork unit) {
        this.readers = readers.stream().collect(Collectors.toMap(NotificationReader::gateway, Function.identity()));
        this.notifications = notifications;
        this.known = known;
        this.unit = unit;
    }

    /** A notification whose row is written already. */
    Onward hear(Notification notification) {
        var reader = readers.get(notification.gateway());
        if (reader == null) {
            throw new InvalidMessage("gateway is none whose notifications can be read");
        }
        var told = reader.read(notification);
        return told.isEmpty() ? Onward.nothing() : onward(notification, told);
    }

    private Onward onward(Notification notification, List<News> told) {
        var news = known.add(notification, told);
        int replayed = told.size() - news.size();
        notifications.count(notification.id(), news.size(), replayed);
        for (int i = 0; i < replayed; i++) {
            unit.count("replayed " + notification.gateway() + " news");
        }
        return news.stream().map(News::onward).reduce(Onward.nothing(), Onward::and);
    }
}
