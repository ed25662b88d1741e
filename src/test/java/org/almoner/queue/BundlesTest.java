package org.almoner.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundlesTest {

    @Test
    void sendsEqualStatementsTogether() {
        var bundles = new Bundles();
        var sent = new ArrayList<String>();

        List.of("into a", "into b", "into a", "into b", "update a", "into a", "into b")
                .forEach(sql -> bundles.add(new Write(sql, new Object[0])));
        bundles.forEach(bundle -> sent.add(bundle.sql() + " × " + bundle.rows().size()));

        assertThat(sent).containsExactly("into a × 2", "into b × 3", "update a × 1", "into a × 1");
    }

    @Test
    void sendsTwoUpsertsOfOneRowOneAfterTheOther() {
        var bundles = new Bundles();
        var sent = new ArrayList<Integer>();
        var upsert = "insert into a select * from unnest(?::text[], ?::text[]) on conflict (id) do update set b = 1";

        List.of("row 1", "row 2", "row 1", "row 3", "row 2")
                .forEach(row -> bundles.add(new Write(upsert, new Object[] {row, "told"})));
        bundles.forEach(bundle -> sent.add(bundle.rows().size()));

        assertThat(sent).containsExactly(2, 3);
    }

    @Test
    void knowsTheTablesOfAStatement() {
        assertThat(Tables.of("insert into a select * from only \"b\" x left join lateral_c using (id), d"))
                .contains("a", "b", "lateral_c");
        assertThat(Tables.of("delete from a using b where a.id = b.id")).contains("a", "b");
        assertThat(Tables.of("with x as (update A set y = 1 returning id) insert into b select id from x"))
                .contains("a", "b");
    }
}
