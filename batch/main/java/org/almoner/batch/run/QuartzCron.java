package org.almoner.batch.run;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.spi.PropertiesFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * Lets a schedule say {@code {{quartz-cron:almoner.expiry.cron}}}: the setting is a cron of Spring's, whose weeks begin on another
 * day and where Quartz wants a question mark.
 */
public class QuartzCron implements PropertiesFunction, CamelContextAware {

    private static final String NEVER = "-";
    private static final String LONG_AFTER_US = "0 0 0 1 1 ? 2099"; // Quartz knows no never
    private static final Pattern WEEKDAY = Pattern.compile("(?<![/#\\d])[0-7]");

    private @Nullable CamelContext camel;

    @Override
    public String getName() {
        return "quartz-cron";
    }

    @Override
    public String apply(String setting) {
        return of(
                camel == null
                        ? setting
                        : camel.getPropertiesComponent()
                                .resolveProperty(setting)
                                .orElse(setting));
    }

    static String of(String cron) {
        if (cron.equals(NEVER)) {
            return LONG_AFTER_US;
        }
        String[] fields = CronExpression.parse(cron).toString().split(" ");
        if (isAny(fields[5])) {
            fields[5] = "?";
            fields[3] = fields[3].replace('?', '*');
        } else if (isAny(fields[3])) {
            fields[3] = "?";
            fields[5] = WEEKDAY.matcher(fields[5]).replaceAll(QuartzCron::fromSunday);
        } else {
            throw new IllegalArgumentException("a cron names days of the month or of the week, not both: " + cron);
        }
        return String.join(" ", fields);
    }

    private static boolean isAny(String field) {
        return field.equals("*") || field.equals("?");
    }

    /** Sunday is 0 or 7 there and 1 here. */
    private static String fromSunday(MatchResult day) {
        return String.valueOf(Integer.parseInt(day.group()) % 7 + 1);
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        camel = camelContext;
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return camel;
    }
}
