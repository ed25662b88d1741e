package org.almoner.queue;

import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What messages of a {@link TestClaim} write to the tables of a {@link TestMachine}, and what is found there afterwards. */
record TestTables(TestMachine machine) {

    static final String INSERT = "insert into thing (id, value) values (?, ?)";
    static final String ADD = "update thing set value = value * 10 + ? where id = ?";
    static final String DELETE = "delete from thing where id = ?";
    static final String NOTE = "insert into note (value) values (?)";

    Map<String, Integer> things() {
        return machine
                .sql
                .sql("select id, value from thing")
                .query((row, n) -> entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Integer> notes() {
        return all("select value from note order by place", Integer.class);
    }

    List<String> keys() {
        return all("select message_key from handled_message order by message_key", String.class);
    }

    /** Kind and reason of each. */
    List<String> deadLetters() {
        return all("select kind || ': ' || error from dead_letter order by id", String.class);
    }

    /** Handled / duplicate / dead of all claims; nothing where none is committed. */
    String receipt() {
        return all("select concat_ws('/', sum(handled), sum(duplicate), sum(dead)) from claim_receipt", String.class)
                .get(0);
    }

    private <T> List<T> all(String query, Class<T> type) {
        return machine.sql.sql(query).query(type).list();
    }
}
