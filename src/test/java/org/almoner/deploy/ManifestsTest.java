package org.almoner.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What k8s/ builds: every object has a type that knows its fields, and they fit each other and the program. */
@EnabledIf(value = "org.almoner.deploy.Overlay#canBeBuilt", disabledReason = "kubectl is not installed")
class ManifestsTest {

    private static final Map<String, String> NAME = Map.of("app.kubernetes.io/name", "almoner");

    @ParameterizedTest
    @MethodSource("org.almoner.deploy.Overlay#all")
    void standInTheirNamespace(Overlay overlay) {
        var namespace = "almoner-" + overlay.name();

        assertThat(overlay.only(Namespace.class).getMetadata().getName()).isEqualTo(namespace);
        assertThat(overlay.all(HasMetadata.class).filter(object -> !(object instanceof Namespace)))
                .hasSizeGreaterThan(10)
                .allMatch(object -> namespace.equals(object.getMetadata().getNamespace()));
    }

    @ParameterizedTest
    @MethodSource("org.almoner.deploy.Overlay#all")
    void selectThePodsThatTheyMean(Overlay overlay) {
        assertThat(overlay.all(Deployment.class)).hasSize(3).allSatisfy(deployment -> {
            var selector = deployment.getSpec().getSelector().getMatchLabels();
            assertThat(selectedBy(selector, overlay)).containsExactly(deployment);
            assertThat(overlay.all(PodDisruptionBudget.class).filter(budget -> selectedBy(
                                    budget.getSpec().getSelector().getMatchLabels(), overlay)
                            .equals(List.of(deployment))))
                    .hasSize(1);
        });
        assertThat(selectedBy(overlay.named(Service.class, "almoner").getSpec().getSelector(), overlay))
                .hasSize(2);
        assertThat(overlay.named(NetworkPolicy.class, "almoner")
                        .getSpec()
                        .getPodSelector()
                        .getMatchLabels())
                .isEqualTo(NAME);
        assertThat(overlay.named(Service.class, "almoner").getMetadata().getLabels())
                .containsAllEntriesOf(overlay.named(ServiceMonitor.class, "almoner")
                        .getSpec()
                        .getSelector()
                        .getMatchLabels());
    }

    @ParameterizedTest
    @MethodSource("org.almoner.deploy.Overlay#all")
    void namePortsThatThereAre(Overlay overlay) {
        var ports = overlay.named(Service.class, "almoner").getSpec().getPorts();

        assertThat(ports).extracting(port -> port.getTargetPort().getStrVal()).containsExactly("http", "management");
        assertThat(overlay.named(ServiceMonitor.class, "almoner").getSpec().getEndpoints())
                .extracting(endpoint -> endpoint.getPort())
                .containsExactly("management");
        assertThat(overlay.pods()).allSatisfy(pod -> {
            assertThat(pod.getContainers().get(0).getPorts())
                    .extracting(ContainerPort::getName)
                    .containsExactly("http", "management");
            assertThat(probes(pod))
                    .extracting(probe -> probe.getHttpGet().getPort().getStrVal())
                    .containsOnly("management");
        });
    }

    @ParameterizedTest
    @MethodSource("org.almoner.deploy.Overlay#all")
    void probeEachPodAndLetItDrain(Overlay overlay) {
        assertThat(overlay.pods()).allSatisfy(pod -> {
            assertThat(probes(pod))
                    .extracting(Probe::getHttpGet)
                    .extracting(HTTPGetAction::getPath)
                    .containsExactly(
                            "/actuator/health/liveness", "/actuator/health/liveness", "/actuator/health/readiness");
            assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(20);
        });
    }

    @ParameterizedTest
    @MethodSource("org.almoner.deploy.Overlay#all")
    void mayDoNoMoreThanTheyMust(Overlay overlay) {
        assertThat(overlay.pods()).allSatisfy(pod -> {
            var container = pod.getContainers().get(0);
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
            assertThat(container.getResources().getRequests()).containsOnlyKeys("cpu", "memory");
            assertThat(container.getResources().getLimits()).containsKey("memory");
        });
    }

    @ParameterizedTest
    @MethodSource("org.almoner.deploy.Overlay#all")
    void reachTheStoresAndNothingElse(Overlay overlay) {
        var policy = overlay.named(NetworkPolicy.class, "almoner").getSpec();

        assertThat(policy.getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(policy.getEgress()).allSatisfy(way -> assertThat(way.getTo()).isNotEmpty());
        assertThat(policy.getEgress().stream().flatMap(way -> way.getPorts().stream()))
                .extracting(port -> port.getPort().getIntVal())
                .containsOnly(53, 5432, 6379);
        assertThat(policy.getIngress())
                .allSatisfy(way -> assertThat(way.getFrom()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("org.almoner.deploy.Overlay#all")
    void reachGatewaysAsConsumersAlone(Overlay overlay) {
        var policy = overlay.named(NetworkPolicy.class, "almoner-gateways").getSpec();

        assertThat(selectedBy(policy.getPodSelector().getMatchLabels(), overlay))
                .containsExactly(overlay.deployment("almoner-consumers"));
        assertThat(policy.getPolicyTypes()).containsExactly("Egress");
        assertThat(policy.getEgress()).singleElement().satisfies(way -> {
            assertThat(way.getPorts())
                    .extracting(port -> port.getPort().getIntVal())
                    .containsExactly(443);
            assertThat(way.getTo()).singleElement().satisfies(to -> assertThat(
                            to.getIpBlock().getExcept())
                    .contains("10.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"));
        });
    }

    @ParameterizedTest
    @MethodSource("org.almoner.deploy.Overlay#all")
    void holdNoSecret(Overlay overlay) {
        assertThat(overlay.pods()).allSatisfy(pod -> {
            assertThat(pod.getContainers())
                    .allMatch(container -> container.getEnv().isEmpty());
            assertThat(pod.getVolumes().stream().filter(volume -> volume.getSecret() != null))
                    .extracting(volume -> volume.getSecret().getSecretName())
                    .singleElement()
                    .isIn("almoner", "almoner-listeners");
        });
        assertThat(overlay.environment()).allSatisfy((variable, value) -> {
            assertThat(variable).doesNotMatch(".*(PASSWORD|SECRET|KEY|TOKEN|USERNAME|CREDENTIAL).*");
            assertThat(value).doesNotMatch(".*(password=|//[^/]*:[^/]*@).*");
        });
    }

    @ParameterizedTest
    @MethodSource("org.almoner.deploy.Overlay#all")
    void setVariablesThatMeanSomething(Overlay overlay) {
        assertThat(overlay.environment().keySet()).allMatch(Settings.variables()::contains);
        assertThat(overlay.environment()).containsEntry("MANAGEMENT_SERVER_PORT", "8081");
    }

    @Test
    void wouldBeRefusedWithAFieldThatDoesNotExist() {
        var service = "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 1, prot: TCP}]}}";

        assertThatThrownBy(() -> Overlay.parse(service)).hasMessageContaining("prot");
        assertThat(Overlay.parse(service.replace("prot:", "protocol:"))).hasSize(1);
    }

    private static List<Deployment> selectedBy(Map<String, String> labels, Overlay overlay) {
        return overlay.all(Deployment.class)
                .filter(deployment -> deployment
                        .getSpec()
                        .getTemplate()
                        .getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(labels.entrySet()))
                .toList();
    }

    private static List<Probe> probes(PodSpec pod) {
        var container = pod.getContainers().get(0);
        return List.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe());
    }
}
