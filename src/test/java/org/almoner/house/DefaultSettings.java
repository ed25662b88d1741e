package org.almoner.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.PropertyPlaceholderHelper;

/** The settings of {@code config/application.yaml} where the environment says nothing. */
final class DefaultSettings {

    private static final PropertySourcesPropertyResolver SETTINGS = new PropertySourcesPropertyResolver(load());

    private static final PropertyPlaceholderHelper PLACES = new PropertyPlaceholderHelper("{{", "}}");

    private DefaultSettings() {}

    /** What Camel makes of a text with {@code {{settings}}} in it. */
    static String in(String text) {
        return PLACES.replacePlaceholders(text, SETTINGS::getProperty);
    }

    private static MutablePropertySources load() {
        var settings = new MutablePropertySources();
        try {
            new YamlPropertySourceLoader()
                    .load("settings", new FileSystemResource("config/application.yaml"))
                    .forEach(settings::addLast);
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
