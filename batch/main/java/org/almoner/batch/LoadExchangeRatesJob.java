package org.almoner.batch;

import org.almoner.money.ExchangeRate;
import org.almoner.money.ExchangeRates;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.ItemWriter;
import org.springframework.batch.item.file.FlatFileItemReader;
import org.springframework.batch.item.file.FlatFileParseException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Loads newer exchange rates from a file, if there is one. A line that is wrong is left out and named; the others count. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExchangeRateFile.class)
class LoadExchangeRatesJob {

    private static final int CHUNK = 500;

    @Bean
    Job loadExchangeRates(JobRepository runs, Step loadRates) {
        return new JobBuilder("load-exchange-rates", runs).start(loadRates).build();
    }

    @Bean
    Step loadRates(
            JobRepository runs,
            PlatformTransactionManager transactions,
            FlatFileItemReader<ExchangeRate> ratesInFile,
            ExchangeRates rates) {
        ItemWriter<ExchangeRate> keep = chunk -> chunk.forEach(rates::keep);
        return new StepBuilder("load-rates", runs)
                .<ExchangeRate, ExchangeRate>chunk(CHUNK, transactions)
                .reader(ratesInFile)
                .writer(keep)
                .faultTolerant()
                .skip(FlatFileParseException.class)
                .skipLimit(Integer.MAX_VALUE)
                .listener(new NamesWrongLines())
                .listener(new SaysWhatItDid())
                .build();
    }

    @Bean
    @StepScope
    FlatFileItemReader<ExchangeRate> ratesInFile(ExchangeRateFile file) {
        return file.reader();
    }
}
