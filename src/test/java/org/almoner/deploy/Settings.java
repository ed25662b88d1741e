package org.almoner.deploy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The settings that there are: those of the settings file, and those that a library or we declare. */
final class Settings {

    private static final Set<String> DECLARED = declared();

    /** Below these, names are free: loggers, and properties of JavaMail and of the PostgreSQL driver. */
    private static final Set<String> FREE =
            Set.of("logging.level.", "spring.mail.properties.", "spring.datasource.hikari.data-source-properties.");

    private Settings() {}

    /** All that are ours, whether or not the settings file gives them. */
    static Set<String> ours() {
        return Stream.concat(DECLARED.stream(), inFile().stream())
                .filter(name -> name.startsWith("almoner."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> inFile() {
        try {
            var names = new TreeSet<String>();
            collect("", new Yaml().load(Files.readString(Path.of("config/application.yaml"))), names);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean exists(String name) {
        return DECLARED.contains(name) || ours().contains(name) || FREE.stream().anyMatch(name::startsWith);
    }

    /** Spring's rule: upper case, no dashes, an underscore for each dot. */
    static String variable(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    static Set<String> variables() {
        return Stream.concat(DECLARED.stream(), inFile().stream())
                .map(Settings::variable)
                .collect(Collectors.toSet());
    }

    private static void collect(String name, Object value, Set<String> names) {
        if (value instanceof Map<?, ?> children && !children.isEmpty()) {
            children.forEach((key, child) -> collect(name.isEmpty() ? "" + key : name + "." + key, child, names));
        } else {
            names.add(name);
        }
    }

    private static Set<String> declared() {
        try {
            return Collections.list(
                            Settings.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))
                    .stream()
                    .flatMap(Settings::names)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> names(URL file) {
        try {
            return new ObjectMapper()
                    .readTree(file).path("properties").findValuesAsText("name").stream()
                            .filter(name -> !name.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
