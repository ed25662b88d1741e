package org.almoner.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.util.function.SingletonSupplier;
import org.yaml.snakeyaml.Yaml;

/** All objects of an overlay, each in its type, which knows every field that there may be. */
record Overlay(String name, List<Object> objects) {

    private static final Map<String, Class<?>> TYPES = Map.of(
            "v1/Namespace", Namespace.class,
            "v1/ConfigMap", ConfigMap.class,
            "v1/Service", Service.class,
            "apps/v1/Deployment", Deployment.class,
            "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class,
            "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class,
            "monitoring.coreos.com/v1/ServiceMonitor", ServiceMonitor.class,
            "keda.sh/v1alpha1/ScaledObject", ScaledObject.class);

    /** The models keep what they do not know; without that, it is refused. */
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated method) {
                    return false;
                }
            })
            .build();

    private static final Supplier<List<Overlay>> ALL = SingletonSupplier.of(
            () -> Stream.of("staging", "production").map(Overlay::build).toList());

    /** Whoever only runs Almoner needs no kubectl. */
    static boolean canBeBuilt() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    static List<Overlay> all() {
        return ALL.get();
    }

    private static Overlay build(String name) {
        return new Overlay(name, parse(run("bash", "k8s/build", name)));
    }

    static List<Object> parse(String yaml) {
        return StreamSupport.stream(new Yaml().loadAll(yaml).spliterator(), false)
                .map(Overlay::typed)
                .toList();
    }

    <T> Stream<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast);
    }

    <T> T only(Class<T> type) {
        var found = all(type).toList();
        if (found.size() != 1) {
            throw new AssertionError(name + " has " + found.size() + " of " + type.getSimpleName());
        }
        return found.get(0);
    }

    <T extends HasMetadata> T named(Class<T> type, String name) {
        return all(type)
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Deployment deployment(String name) {
        return named(Deployment.class, name);
    }

    Stream<PodSpec> pods() {
        return all(Deployment.class)
                .map(deployment -> deployment.getSpec().getTemplate().getSpec());
    }

    /** The variables that pods are given. */
    Map<String, String> environment() {
        return data("almoner-environment");
    }

    /** What a ConfigMap holds: one of this name and a hash of what it holds, or of just this name. */
    Map<String, String> data(String name) {
        return all(ConfigMap.class)
                .filter(map -> map.getMetadata().getName().matches(Pattern.quote(name) + "(-[a-z0-9]{10})?"))
                .findFirst()
                .orElseThrow()
                .getData();
    }

    @Override
    public String toString() {
        return name;
    }

    private static Object typed(Object object) {
        var fields = (Map<?, ?>) object;
        var type = fields.get("apiVersion") + "/" + fields.get("kind");
        return STRICT.convertValue(object, Objects.requireNonNull(TYPES.get(type), "an object of type " + type));
    }

    private static String run(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + " ended with " + process.exitValue());
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
