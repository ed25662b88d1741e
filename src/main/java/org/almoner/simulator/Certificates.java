package org.almoner.simulator;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/** Who signs with a certificate; both are issued by an authority of the simulator's own that nobody else should trust. */
enum Certificates {
    SNS("sns"),
    PAYPAL("paypal");

    private final String file;

    Certificates(String file) {
        this.file = file;
    }

    /** The authority's, whom a listener of a laptop or a test trusts. */
    static String authority() {
        return Pem.read("authority.pem");
    }

    /** Its own certificate and the authority's. */
    String chain() {
        return Pem.read(file + ".pem") + authority();
    }

    PrivateKey key() {
        return Pem.privateKey("RSA", file + ".key");
    }

    static String sign(PrivateKey key, String data) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(Hmac.bytes(data));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
