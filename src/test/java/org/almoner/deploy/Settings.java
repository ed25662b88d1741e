package org.almoner.deploy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The settings that there are: those of the settings file, and those that a library or we declare. */
final class Settings {

    private static final Map<String, String> DECLARED = declared();
    private static final Map<String, String> IN_FILE = inFile();
    private static final Pattern OLDER = Pattern.compile("\\$\\{(\\w+):([^}]*)}(.*)");

    /** Below these, names are free: loggers, and properties of JavaMail and of the PostgreSQL driver. */
    private static final Set<String> FREE =
            Set.of("logging.level.", "spring.mail.properties.", "spring.datasource.hikari.data-source-properties.");

    private Settings() {}

    /** All that are ours, whether or not the settings file gives them. */
    static Set<String> ours() {
        return Stream.concat(DECLARED.keySet().stream(), IN_FILE.keySet().stream())
                .filter(name -> name.startsWith("almoner."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Its row in the table: name, variable, the variable that an older program used, value. */
    static String row(String name) {
        var value = IN_FILE.getOrDefault(name, DECLARED.getOrDefault(name, ""));
        var older = OLDER.matcher(value);
        return "| %s | %s | %s | %s |"
                .formatted(
                        code(name),
                        code(variable(name)),
                        code(older.matches() ? older.group(1) : ""),
                        code(older.matches() ? older.group(2) + older.group(3) : value));
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    static boolean exists(String name) {
        return DECLARED.containsKey(name)
                || ours().contains(name)
                || FREE.stream().anyMatch(name::startsWith);
    }

    /** Spring's rule: upper case, no dashes, an underscore for each dot. */
    static String variable(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    static Set<String> variables() {
        return Stream.concat(DECLARED.keySet().stream(), IN_FILE.keySet().stream())
                .map(Settings::variable)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> inFile() {
        try {
            var values = new TreeMap<String, String>();
            collect("", new Yaml().load(Files.readString(Path.of("config/application.yaml"))), values);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(String name, @Nullable Object value, Map<String, String> values) {
        if (value instanceof Map<?, ?> children) {
            children.forEach((key, child) -> collect(name.isEmpty() ? "" + key : name + "." + key, child, values));
        } else {
            values.put(name, value == null ? "" : value.toString());
        }
    }

    private static Map<String, String> declared() {
        try {
            var files = Settings.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json");
            var values = new HashMap<String, String>();
            for (var file : Collections.list(files)) {
                new ObjectMapper()
                        .readTree(file)
                        .path("properties")
                        .forEach(property -> values.put(
                                property.path("name").asText(),
                                property.path("defaultValue").asText()));
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
