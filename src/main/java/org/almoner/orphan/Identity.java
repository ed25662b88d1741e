package org.almoner.orphan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * By what two orphans are known to be the same donor's, or the same payment.
 *
 * @param donor a digest of the e-mail address
 */
record Identity(@Nullable String donor, @Nullable Long contributionTrackingId, @Nullable String gatewayTxnId) {

    static final Identity UNKNOWN = new Identity(null, null, null);

    static Identity of(BegunPayment payment, @Nullable String gatewayTxnId) {
        return new Identity(digest(payment.email()), payment.contributionTrackingId(), gatewayTxnId);
    }

    private static @Nullable String digest(@Nullable String email) {
        if (email == null || email.isBlank()) {
            return null;
        }
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(
                            sha256.digest(email.strip().toLowerCase(Locale.ROOT).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
