package org.almoner.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFolderTest {

    Path folder;
    ReportFolder reports;

    @BeforeEach
    void folder(@TempDir Path parent) {
        folder = parent.resolve("reports");
        reports = new ReportFolder(new ReportSettings(folder));
    }

    @Test
    void putsTheSameReportInItsOwnPlace() {
        reports.keep("a.csv", text("first, and longer"));
        reports.keep("a.csv", text("second"));

        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("a.csv"));
        assertThat(folder.resolve("a.csv")).hasContent("second");
    }

    @Test
    void keepsNoHalfOfAReport() {
        reports.keep("a.csv", text("whole"));

        assertThatExceptionOfType(GatewayFailure.class)
                .isThrownBy(() -> reports.keep("a.csv", report -> {
                    text("half").accept(report);
                    throw new GatewayFailure("cut");
                }));

        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("a.csv"));
        assertThat(folder.resolve("a.csv")).hasContent("whole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../a.csv", "a/b.csv", "/etc/passwd", ".htaccess", "a\u0000b", "a b"})
    void writesNowhereElse(String name) {
        assertThatExceptionOfType(GatewayRefusal.class).isThrownBy(() -> reports.keep(name, text("x")));
        assertThat(folder).doesNotExist();
    }

    private static Consumer<OutputStream> text(String text) {
        return report -> {
            try {
                report.write(text.getBytes(UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
