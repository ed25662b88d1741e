package org.almoner.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/settings.md names every setting that there is, with its variable and its value, and none that there is not. */
class SettingsTest {

    private static final Path TABLE = Path.of("docs/settings.md");

    /** Of a row, its first cell, if that is a setting. */
    private static final Pattern ROW = Pattern.compile("\\| `([a-z][\\w.-]+)` \\| `?([\\w{}]*)`?.*");

    @Test
    void areAllInTheTable() throws IOException {
        var expected = Settings.ours().stream().map(Settings::row).toList();

        assertThat(Files.readAllLines(TABLE).stream().filter(line -> line.startsWith("| `almoner.")))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void areNamedWithTheirVariables() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(50).allSatisfy(row -> {
            assertThat(Settings.exists(row.get(0))).as(row.get(0)).isTrue();
            assertThat(row.get(1)).isEqualTo(Settings.variable(row.get(0)));
        });
    }

    @Test
    void haveOneVariableEach() {
        assertThat(Settings.ours().stream().map(Settings::variable)).doesNotHaveDuplicates();
        assertThat(Settings.variable("almoner.queue.claim-bytes")).isEqualTo("ALMONER_QUEUE_CLAIMBYTES");
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> List.of(row.group(1), row.group(2)))
                .toList();
    }
}
