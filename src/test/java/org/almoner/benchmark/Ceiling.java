package org.almoner.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fastest way to bring messages from the queue into the same table: one thread, one connection, one insert of many
 * rows for each bundle. It loses messages when it is killed, and stops at the first bad one.
 */
final class Ceiling implements AutoCloseable {

    static final int BUNDLE = 500;

    private static final String INSERT =
            """
            insert into pending_payment
                (date, gateway, gateway_account, order_id, gateway_txn_id, payment_method, message)
            values\s""";

    private static final List<String> TEXTS =
            List.of("gateway", "gateway_account", "order_id", "gateway_txn_id", "payment_method");

    private final JsonFactory json = new JsonFactory();
    private final Stores stores;
    private final Connection connection;

    Ceiling(Stores stores) throws SQLException {
        this.stores = stores;
        this.connection = stores.connection();
    }

    /** Empties the queue. */
    void run() throws SQLException {
        var redis = stores.redis();
        try (var full = connection.prepareStatement(insert(BUNDLE))) {
            List<byte[]> bundle = redis.lrange(Stores.QUEUE, 0, BUNDLE - 1);
            while (!bundle.isEmpty()) {
                if (bundle.size() == BUNDLE) {
                    write(full, bundle);
                } else {
                    try (var last = connection.prepareStatement(insert(bundle.size()))) {
                        write(last, bundle);
                    }
                }
                redis.ltrim(Stores.QUEUE, bundle.size(), -1);
                bundle = redis.lrange(Stores.QUEUE, 0, BUNDLE - 1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static String insert(int rows) {
        return INSERT + "(?, ?, ?, ?, ?, ?, ?), ".repeat(rows - 1) + "(?, ?, ?, ?, ?, ?, ?)";
    }

    private void write(PreparedStatement statement, List<byte[]> bundle) throws SQLException {
        int place = 1;
        for (byte[] message : bundle) {
            Map<String, String> fields = fields(message);
            var date = Instant.ofEpochSecond(Long.parseLong(fields.get("date")));
            statement.setObject(place++, OffsetDateTime.ofInstant(date, ZoneOffset.UTC));
            for (String name : TEXTS) {
                statement.setString(place++, fields.get(name));
            }
            statement.setString(place++, new String(message, StandardCharsets.UTF_8));
        }
        statement.executeUpdate();
    }

    private Map<String, String> fields(byte[] message) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = json.createParser(message)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                if (name.equals("date") || TEXTS.contains(name)) {
                    fields.put(name, value == JsonToken.VALUE_FALSE ? "" : parser.getText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }
}
