package org.almoner.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.almoner.queue.Bundles.Bundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void areWantedWhereEachParameterIsToBeAnArray() {
        assertThat(Columns.areWantedBy(bundle("select * from unnest(?::text[], ?::text[])", row("a", null))))
                .isTrue();
        assertThat(Columns.areWantedBy(bundle("select ? from unnest(?::text[])", row(1, "b"))))
                .isFalse();
        assertThat(Columns.areWantedBy(bundle("select ?, ?", row("a", "b")))).isFalse();
    }

    @Test
    void areNotWantedWhereTheStoreGivesArraysItself() {
        var bundle = bundle("select * from unnest(?::text[])", row((Object) new String[] {"a", "b"}));

        assertThat(Columns.areWantedBy(bundle)).isFalse();
    }

    @Test
    void turnsRowsIntoOneArrayForEachParameter() {
        List<@Nullable Object[]> rows = List.of(row("a", 1L, Outcome.DEAD), row("b", null, Outcome.HANDLED));

        Object[] columns = Columns.of(rows);

        assertThat(columns)
                .containsExactly(new String[] {"a", "b"}, new String[] {"1", null}, new String[] {"DEAD", "HANDLED"});
    }

    @Test
    void writesTimesAndDecimalsAsPostgresqlReadsThem() {
        List<@Nullable Object[]> rows = List.of(
                row(Instant.parse("2026-09-02T08:34:00.25Z"), new BigDecimal("5.00")),
                row(Instant.ofEpochSecond(999_999_999_999L), BigDecimal.ONE));

        Object[] columns = Columns.of(rows);

        assertThat(columns)
                .containsExactly(
                        new String[] {"2026-09-02T08:34:00.250Z", "33658-09-27T01:46:39.000000Z"},
                        new String[] {"5.00", "1"});
    }

    @Test
    void refusesBytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Columns.of(List.<@Nullable Object[]>of(row(new byte[] {1}))));
    }

    private static Bundle bundle(String sql, @Nullable Object[] row) {
        return new Bundle(sql, List.<@Nullable Object[]>of(row));
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }
}
