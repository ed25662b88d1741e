package org.almoner.alert;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom alerts are mailed to, where there is a mail server.
 *
 * @param to nobody when empty
 * @param every at most one mail of a kind in this time
 */
@ConfigurationProperties("almoner.alert")
record AlertSettings(List<String> to, String from, Duration every) {}
