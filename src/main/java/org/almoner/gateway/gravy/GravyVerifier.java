package org.almoner.gateway.gravy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Set;
import org.almoner.gateway.Hmac;
import org.almoner.gateway.Notification;
import org.almoner.gateway.Verdict;
import org.almoner.gateway.Verifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Knows Gravy by a password. It signs nothing, so that whoever learns the password can say what they like: no money moves
 * before Gravy has been asked.
 */
@Component
@EnableConfigurationProperties(GravySettings.class)
class GravyVerifier implements Verifier {

    private final GravySettings settings;

    GravyVerifier(GravySettings settings) {
        this.settings = settings;
    }

    @Override
    public String gateway() {
        return "gravy";
    }

    @Override
    public boolean isConfigured() {
        return !settings.webhookUsers().isEmpty();
    }

    @Override
    public String setting() {
        return "almoner.gateway.gravy.webhook-users";
    }

    @Override
    public Set<String> headers() {
        return Set.of("authorization");
    }

    @Override
    public Verdict verify(Notification notification) {
        String authorization = notification.header("authorization");
        if (authorization == null) {
            return Verdict.forged("Authorization is missing");
        }
        return settings.webhookUsers().stream().anyMatch(user -> Hmac.isSame(basic(user), authorization))
                ? Verdict.GENUINE
                : Verdict.forged("the password is not Gravy's");
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8));
    }
}
