package org.almoner.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every migration says what its rows are, and of each index what it is for. */
class MigrationsTest {

    private static final Pattern INDEX = Pattern.compile("create (?:unique )?index (\\w+)", Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @MethodSource("migrations")
    void isNamedByNumberAndSubject(SourceFile file) {
        assertThat(file.toString()).matches("V\\d{3}__[a-z_]+\\.sql");
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void beginsWithWhatItsRowsAre(SourceFile file) {
        assertThat(file.text()).matches("(?s)-- \\S+( \\S+){4,}.*");
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void saysWhatEachIndexIsFor(SourceFile file) {
        assertThat(INDEX.matcher(file.text()).results().map((MatchResult found) -> found.group(1)))
                .allMatch(index -> file.text().contains("comment on index " + index + " is"));
    }

    @Test
    void haveANumberEach() {
        assertThat(migrations().map(file -> file.toString().substring(0, 4))).doesNotHaveDuplicates();
    }

    @Test
    void wouldFindAnIndexWithoutAPurpose() {
        assertThat(INDEX.matcher("create index a_b on a (b);").results().map((MatchResult found) -> found.group(1)))
                .containsExactly("a_b");
    }

    static Stream<SourceFile> migrations() {
        return SourceFile.migrations().stream();
    }
}
