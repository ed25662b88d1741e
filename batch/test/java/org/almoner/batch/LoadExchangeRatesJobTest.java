package org.almoner.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.almoner.money.ExchangeRates;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Newer exchange rates come from a file, in which a wrong line harms no other. */
@AlmonerTest
@ExtendWith(OutputCaptureExtension.class)
class LoadExchangeRatesJobTest {

    private static final String HEADLINE = "currency,usd_value,valid_from";

    private Path folder;

    @Autowired
    @Qualifier("loadExchangeRates")
    Job withoutFile;

    @Autowired
    JobLauncher launcher;

    @Autowired
    JobRepository runs;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ExchangeRates rates;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void folder(@TempDir Path fresh) {
        folder = fresh;
    }

    @AfterEach
    void remove() {
        sql.sql("delete from exchange_rate where currency like 'XT_'").update();
    }

    @Test
    void keepsEveryRateOfTheFile() throws Exception {
        var exit = load(HEADLINE, "XTA,1.0832,2026-09-01", "XTB,0.5,2026-09-01T12:30:00Z", "# a word in between", "");

        assertThat(exit).isEqualTo(ExitStatus.COMPLETED);
        assertThat(loaded()).containsExactly("XTA 1.0832 2026-09-01 00:00", "XTB 0.5 2026-09-01 12:30");
    }

    @Test
    void changesNothingThatIsThereAlready() throws Exception {
        load(HEADLINE, "XTA,1.0832,2026-09-01");

        load(HEADLINE, "XTA,1.0832,2026-09-01", "XTA,1.0900,2026-09-02");
        load(HEADLINE, "XTA,1.0832,2026-09-01", "XTA,1.0950,2026-09-02");

        assertThat(loaded()).containsExactly("XTA 1.0832 2026-09-01 00:00", "XTA 1.0950 2026-09-02 00:00");
    }

    @Test
    void leavesOutWrongLinesAndNamesThem(CapturedOutput output) throws Exception {
        var exit = load(
                HEADLINE,
                "XTA,1.0832,2026-09-01",
                "XTA,-1,2026-09-02",
                "XTA,much,2026-09-02",
                "XTA,1",
                "euro,1,2026-09-02",
                "XTA,1,tomorrow",
                "XTA,0,2026-09-02",
                "XTB,0.5,2026-09-01");

        assertThat(exit).isEqualTo(ExitStatus.COMPLETED);
        assertThat(loaded()).containsExactly("XTA 1.0832 2026-09-01 00:00", "XTB 0.5 2026-09-01 00:00");
        for (int line = 3; line <= 8; line++) {
            assertThat(output).contains("line=" + line + " left out");
        }
        assertThat(output).doesNotContain("line=2 left out").doesNotContain("line=9 left out");
    }

    @Test
    void failsWhenTheFileIsNotThere() throws Exception {
        assertThat(run(job(folder.resolve("none.csv").toString())).getExitCode())
                .isEqualTo(ExitStatus.FAILED.getExitCode());
    }

    @Test
    void doesNothingWhereNoFileIsConfigured() throws Exception {
        assertThat(run(withoutFile)).isEqualTo(ExitStatus.COMPLETED);
        assertThat(loaded()).isEmpty();
    }

    private ExitStatus load(String... lines) throws Exception {
        return run(job(Files.write(folder.resolve("rates.csv"), List.of(lines)).toString()));
    }

    private Job job(String file) {
        var configuration = new LoadExchangeRatesJob();
        var reader = configuration.ratesInFile(new ExchangeRateFile(file));
        return configuration.loadExchangeRates(runs, configuration.loadRates(runs, transactions, reader, rates));
    }

    private ExitStatus run(Job job) throws Exception {
        var parameters = new JobParametersBuilder()
                .addString("run", UUID.randomUUID().toString())
                .toJobParameters();
        return launcher.run(job, parameters).getExitStatus();
    }

    private List<String> loaded() {
        return sql.sql(
                        """
                        select currency || ' ' || usd_value || ' ' || to_char(valid_from at time zone 'UTC', 'YYYY-MM-DD HH24:MI')
                        from exchange_rate where currency like 'XT_' order by currency, valid_from
                        """)
                .query(String.class)
                .list();
    }
}
