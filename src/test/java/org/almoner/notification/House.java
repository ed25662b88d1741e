package org.almoner.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.almoner.gateway.News;
import org.almoner.gateway.Notification;
import org.almoner.gateway.NotificationReader;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.Verdict;
import org.almoner.gateway.Verifier;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** A gateway of tests, whose signature is a word; its notifications list what is new. */
@Component
public class House implements Verifier, NotificationReader {

    public static final String SIGNATURE = "x-house-signature";

    /** Its listener and its queue, after the files of another gateway. */
    public static String like(String gateway, String file) {
        return file.replace(gateway, "house").replace("Adyen", "the house");
    }

    @Override
    public String gateway() {
        return "house";
    }

    @Override
    public boolean isConfigured() {
        return true;
    }

    @Override
    public Set<String> headers() {
        return Set.of(SIGNATURE, "x-missing");
    }

    @Override
    public Verdict verify(Notification notification) {
        var given = Objects.requireNonNullElse(notification.header(SIGNATURE), "");
        if (MessageDigest.isEqual(given.getBytes(UTF_8), "genuine".getBytes(UTF_8))) {
            return Verdict.GENUINE;
        }
        return switch (given) {
            case "old" -> Verdict.stale("it is from yesterday");
            case "ask" -> Verdict.TO_BE_ASKED;
            default -> Verdict.forged("the signature is another one");
        };
    }

    @Override
    public Reply success() {
        return new Reply("application/json", "{\"taken\":true}");
    }

    @Override
    public List<News> read(Notification notification) {
        try {
            var items = new ObjectMapper().readTree(notification.body()).path("news");
            return StreamSupport.stream(items.spliterator(), false)
                    .map(House::news)
                    .toList();
        } catch (IOException e) {
            throw new InvalidMessage("is not JSON");
        }
    }

    private static News news(JsonNode item) {
        var order = item.path("order_id").asText();
        if (order.isEmpty()) {
            throw new InvalidMessage("order_id is missing");
        }
        var job = JsonNodeFactory.instance
                .objectNode()
                .put("class", "RecordCapture")
                .put("order_id", order);
        var refund = JsonNodeFactory.instance
                .objectNode()
                .put("gateway_parent_id", item.path("txn").asText());
        return new News(
                order + ":" + item.path("what").asText(),
                item.path("what").asText(),
                order,
                item.path("txn").asText(),
                item.path("what").asText().equals("REFUND")
                        ? Onward.of(Kind.REFUND, refund)
                        : Onward.of(Kind.JOB, job));
    }
}
