package org.almoner.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.almoner.Almoner;
import org.almoner.simulator.Effect;
import org.almoner.simulator.LoggedCall;
import org.almoner.simulator.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The newcomer's first command. */
@ExtendWith(OutputCaptureExtension.class)
class SamplesTest {
    @Test
    void showWhatBecameOfThem(CapturedOutput output) throws Exception {
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target/stores")), "first-");
        Files.createDirectories(Path.of("target/binaries"));
        Files.createSymbolicLink(
                data.resolve("binaries"), Path.of("target/binaries").toAbsolutePath());

        try (var almoner = SpringApplication.run(
                Almoner.class, "--server.port=0", "--management.server.port=", "--almoner.embedded.data=" + data)) {

            await().atMost(Duration.ofSeconds(30)).until(() -> output.getOut().contains("What became of"));
            assertThat(output.getOut())
                    .containsPattern("queue +handled +duplicate +dead letters")
                    .containsPattern("pending +2 +1 +2")
                    .containsPattern("recurring +2 +0 +1")
                    .containsPattern("donations +[23] +1 +1") // one is a follow-up, which may still be on its way
                    .containsPattern("contribution-tracking +[2-5] +0 +1") // three are
                    .containsPattern("transactions +17 +1 +1")
                    .contains("1 message for pending waits in the outbox until");

            await().atMost(Duration.ofSeconds(60)).until(() -> output.getOut().contains("has led to this donation"));
            assertThat(output.getOut())
                    .containsSubsequence(
                            "The way of one payment",
                            "the donor has gone to adyen",
                            "tells: authorisation",
                            "to capture 42.00 EUR",
                            "is asked to capture",
                            "donation  42.00 EUR",
                            "1042 has led to this donation");
            assertThat(almoner.getBean(Simulator.class).calls())
                    .extracting(LoggedCall::effect)
                    .containsExactly(Effect.CAPTURED);
        }
    }
}
