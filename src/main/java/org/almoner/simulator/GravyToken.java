package org.almoner.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The token that a call to Gr4vy carries: a JWT that whoever calls has signed. */
final class GravyToken {
    private static final String BEARER = "Bearer ";

    private GravyToken() {}

    static boolean isOurs(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return false;
        }
        var token = authorization.substring(BEARER.length());
        int end = token.lastIndexOf('.');
        return end > 0 && isSigned(token.substring(0, end), token.substring(end + 1));
    }

    private static boolean isSigned(String data, String signature) {
        try {
            var check = Signature.getInstance("SHA512withECDSAinP1363Format");
            check.initVerify(Pem.publicKey("EC", "gravy.pub"));
            check.update(data.getBytes(StandardCharsets.US_ASCII));
            return check.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
