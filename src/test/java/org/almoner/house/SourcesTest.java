package org.almoner.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the text of every class. */
class SourcesTest {

    private static final Pattern CATCHES_EVERYTHING = Pattern.compile("catch \\((final )?(Exception|Throwable)\\b");

    private static final Pattern COMPONENT =
            Pattern.compile("^@(Component|Repository|Configuration)\\b", Pattern.MULTILINE);

    private static final Pattern EMPTY_CATCH = Pattern.compile("catch \\([^)]*\\) \\{\\s*\\}");

    private static final String STATEMENT = "(select\\s|insert\\s+into\\s|update\\s+\\w+\\s+set\\s|delete\\s+from\\s)";

    /** A statement that goes on with something else than a constant or text, or has places to be filled in. */
    private static final List<Pattern> BUILT_SQL = List.of(
            Pattern.compile("\"\\s*" + STATEMENT + "[^\"]*\"\\s*\\+(?!\\s*(?-i:[\"A-Z]))", Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "\"\"\"\\s*" + STATEMENT + "(?:(?!\"\"\").)*\"\"\"\\s*(?:\\+(?!\\s*(?-i:[\"A-Z]))|\\.formatted\\()",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE),
            Pattern.compile("\"\\s*" + STATEMENT + "[^\"]*\"\\s*\\.formatted\\(", Pattern.CASE_INSENSITIVE),
            Pattern.compile("format\\(\\s*\"+\\s*" + STATEMENT, Pattern.CASE_INSENSITIVE));

    @ParameterizedTest
    @MethodSource("sources")
    void catchesNoMoreThanItKnows(SourceFile file) {
        assertThat(file.isIn("org.almoner.queue")
                        || !CATCHES_EVERYTHING.matcher(file.text()).find())
                .isTrue();
        assertThat(EMPTY_CATCH.matcher(file.text()).find()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void buildsNoSqlFromValues(SourceFile file) {
        assertThat(isSqlBuilt(file.text())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"select * from a where id = \" + id",
                "\"update a set b = \" + b",
                "\"delete from a where id = %d\".formatted(id)",
                "String.format(\"insert into a values (%s)\", id)",
                "\"\"\"\n  select *\n from a where id = \"\"\" + id",
                "\"\"\"\n  delete from a\n where id = %s\n\"\"\".formatted(id)"
            })
    void wouldFindSqlThatIsBuiltFromValues(String code) {
        assertThat(isSqlBuilt(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"select 1 from a where id = ?\"",
                "ADD + \" nothing\"",
                "\"select a \" + FROM_B",
                "\"select a \"\n + \"from b\""
            })
    void letsConstantsBePutTogether(String code) {
        assertThat(isSqlBuilt(code)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void saysOfEveryPackageWhatItIs(Path folder) throws Exception {
        assertThat(Files.readString(folder.resolve("package-info.java")))
                .startsWith("/**")
                .contains("@NullMarked");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void saysOfEveryTypeWhatItIs(SourceFile file) {
        assertThat(file.text()).contains("/**");
        assertThat(file.text()).doesNotContain("@author").doesNotContain("lombok");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void staysSmall(SourceFile file) {
        assertThat(file.text().lines().count()).isLessThanOrEqualTo(200);
    }

    /** Spring calls a component by its class alone. */
    @Test
    void callsNoTwoComponentsAlike() {
        assertThat(sources()
                        .filter(file -> COMPONENT.matcher(file.text()).find())
                        .map(SourceFile::toString))
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates();
    }

    @Test
    void isLookedAt() {
        assertThat(sources()).hasSizeGreaterThan(50);
        assertThat(packages()).hasSizeGreaterThan(4);
    }

    static Stream<SourceFile> sources() {
        return SourceFile.java().stream();
    }

    static Stream<Path> packages() {
        return SourceFile.java().stream()
                .map(file -> Objects.requireNonNull(file.path().getParent()))
                .distinct();
    }

    private static boolean isSqlBuilt(String code) {
        return BUILT_SQL.stream().anyMatch(pattern -> pattern.matcher(code).find());
    }
}
