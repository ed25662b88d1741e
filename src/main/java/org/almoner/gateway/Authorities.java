package org.almoner.gateway;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whose word we take for whose a certificate is. */
public final class Authorities {

    private final Set<TrustAnchor> anchors;

    private Authorities(Stream<X509Certificate> trusted) {
        anchors = trusted.map(each -> new TrustAnchor(each, null)).collect(Collectors.toSet());
    }

    /** @param pem their certificates; nothing for those that browsers trust */
    public static Authorities of(String pem) {
        return new Authorities(pem.isBlank() ? publicOnes() : certificates(pem).stream());
    }

    /** @throws GatewayFailure if it is none */
    public static List<X509Certificate> certificates(String pem) {
        var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(bytes).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new GatewayFailure("a certificate cannot be read");
        }
    }

    /** @param chain the certificate, and those of its issuers that came with it */
    public boolean vouchFor(List<X509Certificate> chain, Instant at) {
        var wanted = new X509CertSelector();
        wanted.setCertificate(chain.get(0));
        try {
            var path = new PKIXBuilderParameters(anchors, wanted);
            path.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            path.setDate(Date.from(at));
            path.setRevocationEnabled(
                    false); // its issuer would have to be asked, on the strength of what is not believed yet
            CertPathBuilder.getInstance("PKIX").build(path);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Stream<X509Certificate> publicOnes() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .map(X509TrustManager.class::cast)
                    .flatMap(trust -> Arrays.stream(trust.getAcceptedIssuers()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK trusts nobody", e);
        }
    }
}
