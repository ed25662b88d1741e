package org.almoner.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The invented messages below {@code samples/}: a file for each queue, a line for each message, as producers push them. */
final class SampleMessages {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private static final Pattern AGO = Pattern.compile("\\$\\{(\\d+) minutes ago}");

    private final Instant now;

    SampleMessages(Instant now) {
        this.now = now;
    }

    /** Messages by queue, of a folder; their times are set to now. */
    Map<String, List<String>> in(String folder) {
        var messages = new TreeMap<String, List<String>>();
        try {
            var files =
                    new PathMatchingResourcePatternResolver().getResources("classpath:samples/" + folder + "/*.jsonl");
            for (var file : files) {
                var queue = String.valueOf(file.getFilename()).replace(".jsonl", "");
                var text = file.getContentAsString(StandardCharsets.UTF_8);
                messages.put(queue, atPresent(text).lines().toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    private String atPresent(String text) {
        return AGO.matcher(text.replace("\"${now}\"", Long.toString(now.getEpochSecond()))
                        .replace("${stamp}", STAMP.format(now)))
                .replaceAll(ago -> now.minus(Duration.ofMinutes(Long.parseLong(ago.group(1)))) + "[Etc/UTC]");
    }
}
