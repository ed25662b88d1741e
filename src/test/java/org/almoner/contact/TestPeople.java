package org.almoner.contact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contacts as the queues see them, and what the tables say of them then. */
record TestPeople(Contacts contacts, JdbcClient sql) {

    static final Instant NOW = Instant.ofEpochSecond(1788350400);

    static final String JAN =
            """
            {"first_name":"Jan","last_name":"de Vries","email":"Jan@example.org","street_address":"Lange Voorhout 9",
             "city":"Den Haag","postal_code":"2514 EA","country":"NL","language":"nl"}
            """;

    /** Jan, but for some fields; JSON allows a name twice, and the last one counts. */
    static String with(String fields) {
        return JAN.strip().replaceFirst("}$", "," + fields.replace("$", "\\$") + "}");
    }

    static Occasion occasion(String method, boolean isInstalment) {
        return new Occasion("online donation", NOW, "adyen", method, isInstalment, null);
    }

    Kept keep(String message) {
        return keep(message, occasion("cc", false));
    }

    Kept keep(String message, Occasion occasion) {
        try {
            return contacts.keep(new ObjectMapper().readValue(message, Donor.class), occasion);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    void addEmail(long contactId, String email, String type) {
        sql.sql("insert into contact_email (contact_id, email, location_type, is_primary) values (?, ?, ?, false)")
                .params(contactId, email, type)
                .update();
    }

    String hash(Kept kept) {
        return sql.sql("select hash from contact where id = ?")
                .param(kept.contactId())
                .query(String.class)
                .single();
    }

    Object one(String query) {
        return sql.sql(query).query().singleValue();
    }

    List<String> strings(String query) {
        return sql.sql(query).query(String.class).list();
    }
}
