package org.almoner.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Consumers and scheduler are the same but for the routes that they load, and as many as there is work for. */
@EnabledIf(value = "org.almoner.deploy.Overlay#canBeBuilt", disabledReason = "kubectl is not installed")
class DeploymentsTest {

    private static final String ROUTES = "/almoner/routes/";

    @ParameterizedTest
    @MethodSource("org.almoner.deploy.Overlay#all")
    void loadTheRoutesOfTheirRoleAlone(Overlay overlay) {
        assertThat(routes("almoner-consumers", overlay))
                .isEqualTo(files("routes/gateways", "routes/queues", "routes/shared"));
        assertThat(routes("almoner-scheduler", overlay)).isEqualTo(files("routes/schedules", "routes/shared"));
        assertThat(Path.of("routes"))
                .isDirectoryNotContaining("regex:.*/routes/(?!gateways|listeners|queues|schedules|shared).*");
    }

    @ParameterizedTest
    @MethodSource("org.almoner.deploy.Overlay#all")
    void differInTheirRoutesAlone(Overlay overlay) {
        assertThat(Stream.of("almoner-consumers", "almoner-scheduler")
                        .map(name ->
                                overlay.deployment(name).getSpec().getTemplate().getSpec())
                        .map(DeploymentsTest::withoutItsRole)
                        .distinct())
                .hasSize(1);
    }

    /** So that a change of a file starts new pods, and of no more than those that read it. */
    @ParameterizedTest
    @MethodSource("org.almoner.deploy.Overlay#all")
    void readFilesThatAreCalledAfterTheirContent(Overlay overlay) {
        assertThat(overlay.all(ConfigMap.class))
                .hasSize(8)
                .allMatch(map -> map.getMetadata().getName().matches("almoner-[a-z-]+-[a-z0-9]{10}"));
        assertThat(overlay.data("almoner-config")).isEqualTo(files("config"));
    }

    @ParameterizedTest
    @MethodSource("org.almoner.deploy.Overlay#all")
    void areAsManyAsThereAreMessages(Overlay overlay) {
        var scaled = overlay.only(ScaledObject.class).spec();
        var trigger = scaled.triggers().get(0);

        assertThat(overlay.deployment(scaled.scaleTargetRef().name()).getSpec().getReplicas())
                .as("counted by KEDA alone")
                .isNull();
        assertThat(scaled.minReplicaCount()).isPositive().isLessThan(scaled.maxReplicaCount());
        assertThat(trigger.type()).isEqualTo("prometheus");
        assertThat(trigger.metadata().get("query"))
                .contains("max by (__name__, queue)", "almoner_queue_(waiting|in_flight)")
                .contains("namespace=\"almoner-" + overlay.name() + "\"");
        assertThat(overlay.deployment("almoner-scheduler").getSpec().getReplicas())
                .isEqualTo(2);
    }

    @Test
    void areToldApartByTheirCommands() {
        assertThat(Overlay.all().stream().map(o -> o.environment().get("ALMONER_ADMIN_DEPLOYMENTVERSION")))
                .containsExactly("STAGING", "PROD");
    }

    private static Map<String, String> routes(String deployment, Overlay overlay) {
        var pod = overlay.deployment(deployment).getSpec().getTemplate().getSpec();
        return pod.getContainers().get(0).getVolumeMounts().stream()
                .filter(mount -> mount.getMountPath().startsWith(ROUTES))
                .flatMap(mount -> overlay.data(mounted(mount, pod)).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String mounted(VolumeMount mount, PodSpec pod) {
        return pod.getVolumes().stream()
                .filter(volume -> volume.getName().equals(mount.getName()))
                .map(volume -> volume.getConfigMap().getName())
                .findFirst()
                .orElseThrow();
    }

    private static PodSpec withoutItsRole(PodSpec pod) {
        var rest = pod.edit().build();
        rest.getContainers().get(0).getVolumeMounts().removeIf(mount -> isOfARole(mount.getName()));
        rest.getVolumes().removeIf(volume -> isOfARole(volume.getName()));
        return rest;
    }

    private static boolean isOfARole(String volume) {
        return Set.of("gateways", "queues", "schedules").contains(volume);
    }

    private static Map<String, String> files(String... folders) {
        var texts = new TreeMap<String, String>();
        for (var folder : folders) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (var file : files.toList()) {
                    texts.put(file.getFileName().toString(), Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }
}
