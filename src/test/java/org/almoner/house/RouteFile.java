package org.almoner.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.yaml.snakeyaml.Yaml;

/** A file of routes: its text, its YAML, and what Camel makes of it. */
record RouteFile(String folder, String name, List<String> lines, JsonNode yaml, List<RouteDefinition> routes) {

    private static final String SUFFIX = ".camel.yaml";

    static List<RouteFile> all() {
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(RouteFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RouteFile of(String folder, String name, String text) {
        var yaml = new ObjectMapper().<JsonNode>valueToTree(new Yaml().load(text));
        return new RouteFile(folder, name, text.lines().toList(), yaml, load(name, text));
    }

    /** Every key and every text of the YAML, with the key that a text belongs to. */
    void visit(BiConsumer<String, JsonNode> visitor) {
        visit("", yaml, visitor);
    }

    Stream<ProcessorDefinition<?>> steps() {
        return routes.stream()
                .flatMap(route ->
                        ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ProcessorDefinition.class)
                                .stream()
                                .map(step -> (ProcessorDefinition<?>) step));
    }

    @Override
    public String toString() {
        return folder + "/" + name;
    }

    private static void visit(String key, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(key, node);
        if (node.isArray()) {
            node.forEach(element -> visit(key, element, visitor));
        }
        node.fields().forEachRemaining(field -> visit(field.getKey(), field.getValue(), visitor));
    }

    private static RouteFile read(Path file) {
        try {
            var name = file.getFileName().toString();
            if (!name.endsWith(SUFFIX)) {
                throw new IllegalStateException(file + " is not called …" + SUFFIX);
            }
            return of(
                    Objects.requireNonNull(file.getParent()).getFileName().toString(),
                    name.substring(0, name.length() - SUFFIX.length()),
                    Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RouteDefinition> load(String name, String text) {
        try (var camel = new DefaultCamelContext()) {
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(name + SUFFIX, text));
            return List.copyOf(camel.getRouteDefinitions());
        } catch (Exception e) {
            throw new IllegalStateException(name + " is no file of routes", e);
        }
    }
}
