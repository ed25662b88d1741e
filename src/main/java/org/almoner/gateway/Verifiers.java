package org.almoner.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who knows which gateway's signature. */
@Component
public class Verifiers {

    private final Map<String, Verifier> verifiers;

    Verifiers(ObjectProvider<Verifier> verifiers) {
        this.verifiers = verifiers.stream().collect(Collectors.toMap(Verifier::gateway, Function.identity()));
    }

    /** Nothing for a gateway that nobody knows, or that nobody has given us a key of. */
    public Optional<Verifier> configured(String gateway) {
        return Optional.ofNullable(verifiers.get(gateway)).filter(Verifier::isConfigured);
    }

    /** Why there is none, in a line that names the setting. */
    public String whatIsMissing(String gateway) {
        var verifier = verifiers.get(gateway);
        return verifier == null
                ? "nothing can verify what comes in the name of " + gateway
                : "what comes in the name of %s cannot be verified without %s".formatted(gateway, verifier.setting());
    }
}
