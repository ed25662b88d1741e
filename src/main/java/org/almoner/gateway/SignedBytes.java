package org.almoner.gateway;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;

/** Bytes, and what is said to be somebody's signature on them. */
public record SignedBytes(byte[] bytes, byte[] signature, String algorithm) {

    public boolean areBy(X509Certificate signer) {
        try {
            var verification = Signature.getInstance(algorithm);
            verification.initVerify(signer.getPublicKey());
            verification.update(bytes);
            return verification.verify(signature);
        } catch (GeneralSecurityException e) { // no signature at all, or of a key of another length
            return false;
        }
    }

    /** By one whose certificate was good then. */
    public boolean areBy(X509Certificate signer, Instant at) {
        try {
            signer.checkValidity(Date.from(at));
            return areBy(signer);
        } catch (CertificateException e) {
            return false;
        }
    }
}
