package org.almoner.batch.expiry;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.almoner.transaction.Story;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payments as earlier messages have left them: their events and the view of them. */
record KeptStories(JdbcClient sql) {

    private static final String EVENT =
            """
            insert into transaction_event (id, transaction_id, number, event_code, created_at, data)
            select (event ->> 'id')::uuid, event ->> 'transactionId', :number, event ->> 'eventCode',
                split_part(event ->> 'creationDate', '[', 1)::timestamptz, event -> 'data'
            from (select :message::jsonb -> 'event' as event) as told
            """;

    private static final String VIEW =
            """
            insert into transaction_view (transaction_id, status, created_at, last_event_at, event_count)
            select :id, :status, min(created_at), max(created_at), count(*)
            from transaction_event where transaction_id = :id
            """;

    /** Its last event happened at the given time; earlier ones a second earlier each. */
    String keep(String story, Instant last) {
        return keep(Story.endingAt(last, story));
    }

    String keep(Story story) {
        for (int i = 0; i < story.events().size(); i++) {
            sql.sql(EVENT)
                    .param("number", i + 1)
                    .param("message", story.messages().get(i))
                    .update();
        }
        sql.sql(VIEW)
                .param("id", story.id())
                .param("status", story.transaction().status().name())
                .update();
        return story.id();
    }

    List<String> keep(int count, String story, Instant last) {
        return IntStream.range(0, count)
                .mapToObj(n -> keep(story, last.plusSeconds(n)))
                .toList();
    }

    String status(String id) {
        return sql.sql("select status from transaction_view where transaction_id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    List<String> expired() {
        return sql.sql(
                        "select transaction_id from transaction_event where event_code = 'TRANSACTION_EXPIRED_EVENT' order by created_at")
                .query(String.class)
                .list();
    }
}
