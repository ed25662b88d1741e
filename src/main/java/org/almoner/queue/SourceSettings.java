package org.almoner.queue;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What this process says of itself in the messages that it pushes.
 *
 * @param type {@code source_type}: the part that it plays
 */
@ConfigurationProperties("almoner.source")
record SourceSettings(String type) {}
