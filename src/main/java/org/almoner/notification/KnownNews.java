package org.almoner.notification;

import static java.util.function.Function.identity;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.almoner.gateway.News;
import org.almoner.gateway.Notification;
import org.almoner.queue.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All that gateways ever told us, so that nothing is done again because it is told again. */
@Repository
class KnownNews {

    private final UnitOfWork unit;
    private final Clock clock;

    KnownNews(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /**
     * Remembers them.
     *
     * @return those that nobody had told before, each once; whoever is told the same at the same time waits for us
     */
    List<News> add(Notification notification, List<News> told) {
        var byKey = told.stream().collect(Collectors.toMap(News::key, identity(), (first, again) -> first));
        return remember(notification, told).stream()
                .map(key -> Objects.requireNonNull(byKey.get(key)))
                .toList();
    }

    /** From the notification's row, so that it and its key are sent before: a message that fails takes all of it back. */
    private List<String> remember(Notification notification, List<News> told) {
        return unit.read(
                """
                with told as (
                    insert into gateway_news
                        (gateway, key, what, order_id, gateway_txn_id, notification_id, told_at)
                    select notification.gateway, news.key, news.what, news.order_id, news.txn_id, notification.id, ?
                    from notification,
                        unnest(?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
                            as news (key, what, order_id, txn_id, place)
                    where notification.id = ?
                    order by news.place
                    on conflict (gateway, key) do nothing
                    returning key)
                select key from told
                """,
                (row, n) -> row.getString("key"),
                clock.instant(),
                all(told, News::key),
                all(told, News::what),
                all(told, News::orderId),
                all(told, News::gatewayTxnId),
                notification.id());
    }

    private static @Nullable String[] all(List<News> told, Function<News, @Nullable String> field) {
        return told.stream().map(field).toArray(String[]::new);
    }
}
