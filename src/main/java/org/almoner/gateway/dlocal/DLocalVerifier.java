package org.almoner.gateway.dlocal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Set;
import org.almoner.gateway.Hmac;
import org.almoner.gateway.Notification;
import org.almoner.gateway.Verdict;
import org.almoner.gateway.Verifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Knows dLocal by its signature over login, time and body. */
@Component
@EnableConfigurationProperties(DLocalSettings.class)
class DLocalVerifier implements Verifier {

    private static final String SCHEME = "V2-HMAC-SHA256, Signature: ";
    private static final Duration TOLERANCE = Duration.ofMinutes(5); // of its clock and ours, both ways

    private final DLocalSettings settings;

    DLocalVerifier(DLocalSettings settings) {
        this.settings = settings;
    }

    @Override
    public String gateway() {
        return "dlocal";
    }

    @Override
    public boolean isConfigured() {
        return settings.hasSecrets();
    }

    @Override
    public String setting() {
        return "almoner.gateway.dlocal.secrets";
    }

    @Override
    public Set<String> headers() {
        return Set.of("x-login", "x-date", "authorization");
    }

    @Override
    public Verdict verify(Notification notification) {
        String login = notification.header("x-login");
        String date = notification.header("x-date");
        String authorization = notification.header("authorization");
        if (login == null || date == null || authorization == null) {
            return Verdict.forged("X-Login, X-Date or Authorization is missing");
        }
        if (!Hmac.isSame(settings.login(), login)) {
            return Verdict.forged("X-Login is not ours");
        }
        byte[] prefix = (login + date).getBytes(UTF_8);
        if (settings.secrets().stream()
                .map(secret -> signature(secret, prefix, notification.body()))
                .noneMatch(expected -> Hmac.isSame(expected, authorization))) {
            return Verdict.forged("the signature is not dLocal's");
        }
        return isFresh(date, notification.receivedAt())
                ? Verdict.GENUINE
                : Verdict.stale("X-Date is more than 5 minutes away");
    }

    private static String signature(String secret, byte[] prefix, byte[] body) {
        return SCHEME + HexFormat.of().formatHex(Hmac.sha256(secret).of(prefix, body));
    }

    private static boolean isFresh(String date, Instant receivedAt) {
        try {
            var signedAt = OffsetDateTime.parse(date).toInstant();
            return Duration.between(signedAt, receivedAt).abs().compareTo(TOLERANCE) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
