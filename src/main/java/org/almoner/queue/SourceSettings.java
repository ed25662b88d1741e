package org.almoner.queue;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** What the messages that this process pushes say of their origin, as far as it is not known by itself. */
@ConfigurationProperties("almoner.source")
record SourceSettings(String type, String version) {}
