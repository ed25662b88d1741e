package org.almoner.batch;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.almoner.money.ExchangeRate;
import org.springframework.batch.item.file.FlatFileItemReader;
import org.springframework.batch.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.item.file.transform.FieldSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

/**
 * The file from which newer exchange rates are loaded: a line {@code currency,usd_value,valid_from}, then one for each rate,
 * {@code EUR,1.0832,2026-09-01}.
 *
 * @param file none when empty
 */
@ConfigurationProperties("almoner.exchange-rates")
record ExchangeRateFile(String file) {

    private static final int DATE = "2026-09-01".length();

    /** Of a file that is named and not there, the run fails and says so. */
    FlatFileItemReader<ExchangeRate> reader() {
        return new FlatFileItemReaderBuilder<ExchangeRate>()
                .name("exchange-rates")
                .resource(file.isBlank() ? new ByteArrayResource(new byte[0]) : new FileSystemResource(Path.of(file)))
                .linesToSkip(1)
                .delimited()
                .names("currency", "usd_value", "valid_from")
                .fieldSetMapper(ExchangeRateFile::rate)
                .saveState(false) // reading a rate again changes nothing
                .build();
    }

    private static ExchangeRate rate(FieldSet line) {
        return new ExchangeRate(
                line.readString("currency"),
                new BigDecimal(line.readString("usd_value")),
                time(line.readString("valid_from")));
    }

    private static Instant time(String text) {
        return text.length() == DATE
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : Instant.parse(text);
    }
}
