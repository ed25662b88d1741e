package org.almoner.gateway.adyen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.almoner.gateway.News;
import org.almoner.gateway.Onward.Kind;

/** What is read from a notification that has one item. */
record AdyenReading(AdyenNotificationReader reader) {

    /** @param captures whether we have captured what is authorised */
    static AdyenReading of(boolean captures) {
        return new AdyenReading(new AdyenNotificationReader(new AuthorisationNews(
                new AdyenSettings("", Map.of(), List.of(), "", "", captures, List.of(), List.of(), Set.of()))));
    }

    News news(TestItem item) {
        var news = reader.read(item.notification());
        assertThat(news).hasSize(1);
        return news.get(0);
    }

    /** Whatever follows. */
    List<ObjectNode> all(TestItem item) {
        var onward = news(item).onward();
        return Stream.of(Kind.values())
                .flatMap(kind -> onward.of(kind.name()).stream())
                .toList();
    }

    /** What follows of a kind, where nothing else does. */
    JsonNode only(TestItem item, Kind kind) {
        assertThat(all(item)).hasSize(1);
        return json(news(item).onward().of(kind.name()).get(0).toString());
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
