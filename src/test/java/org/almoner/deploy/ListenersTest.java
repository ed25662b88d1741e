package org.almoner.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Listeners stand where the internet reaches them: nothing that is meant for the others is theirs. */
@EnabledIf(value = "org.almoner.deploy.Overlay#canBeBuilt", disabledReason = "kubectl is not installed")
class ListenersTest {

    private static final String NAME = "almoner-listeners";
    private static final Map<String, String> LABELS = Map.of("app.kubernetes.io/name", NAME);

    @ParameterizedTest
    @MethodSource("org.almoner.deploy.Overlay#all")
    void listenAndDoNothingElse(Overlay overlay) {
        var pod = overlay.deployment(NAME).getSpec().getTemplate();

        assertThat(overlay.deployment(NAME).getSpec().getReplicas()).isGreaterThanOrEqualTo(2);
        assertThat(pod.getSpec().getContainers().get(0).getVolumeMounts())
                .extracting(VolumeMount::getMountPath)
                .containsExactlyInAnyOrder("/almoner/config", "/almoner/routes/listeners", "/almoner/secrets", "/tmp");
        assertThat(overlay.data("almoner-listeners-environment")).containsEntry("SPRING_PROFILES_ACTIVE", "listener");
    }

    @ParameterizedTest
    @MethodSource("org.almoner.deploy.Overlay#all")
    void holdNoSecretOfADatabase(Overlay overlay) {
        var pod = overlay.deployment(NAME).getSpec().getTemplate().getSpec();

        assertThat(pod.getVolumes().stream().filter(volume -> volume.getSecret() != null))
                .extracting(Volume::getSecret)
                .extracting(secret -> secret.getSecretName())
                .containsExactly(NAME);
        assertThat(pod.getContainers().get(0).getEnvFrom())
                .singleElement()
                .satisfies(from -> assertThat(from.getConfigMapRef().getName()).startsWith(NAME + "-environment"));
        assertThat(overlay.data("almoner-listeners-environment").keySet())
                .noneMatch(variable -> variable.matches(".*(DATASOURCE|PASSWORD|SECRET|KEY|TOKEN).*"));
    }

    @ParameterizedTest
    @MethodSource("org.almoner.deploy.Overlay#all")
    void reachRedisAndNothingElse(Overlay overlay) {
        var policy = overlay.named(NetworkPolicy.class, NAME).getSpec();

        assertThat(policy.getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(policy.getEgress()).allSatisfy(way -> assertThat(way.getTo()).isNotEmpty());
        assertThat(policy.getEgress().stream().flatMap(way -> way.getPorts().stream()))
                .extracting(port -> port.getPort().getIntVal())
                .containsOnly(53, 6379);
        assertThat(policy.getIngress())
                .allSatisfy(way -> assertThat(way.getFrom()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("org.almoner.deploy.Overlay#all")
    void areMeantByTheirOwnPolicyAndServiceAlone(Overlay overlay) {
        var labels =
                overlay.deployment(NAME).getSpec().getTemplate().getMetadata().getLabels();

        assertThat(overlay.all(NetworkPolicy.class).filter(policy -> labels.entrySet()
                        .containsAll(policy.getSpec()
                                .getPodSelector()
                                .getMatchLabels()
                                .entrySet())))
                .extracting(policy -> policy.getMetadata().getName())
                .containsExactly(NAME);
        assertThat(overlay.all(Service.class).filter(service -> labels.entrySet()
                        .containsAll(service.getSpec().getSelector().entrySet())))
                .extracting(service -> service.getMetadata().getName())
                .containsExactly(NAME);
        assertThat(overlay.named(ServiceMonitor.class, NAME)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels())
                .isEqualTo(LABELS);
    }

    @ParameterizedTest
    @MethodSource("org.almoner.deploy.Overlay#all")
    void areGivenVariablesThatMeanSomething(Overlay overlay) {
        assertThat(overlay.data("almoner-listeners-environment").keySet()).allMatch(Settings.variables()::contains);
    }
}
