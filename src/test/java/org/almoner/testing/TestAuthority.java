package org.almoner.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority that lives as long as a test, and what it has signed; keys are in no file of the project. */
public final class TestAuthority {

    private static final String PASSWORD = "changeit";
    private static final String ROOT = "root";

    private final Path file;
    private final Map<String, X509Certificate> certificates =
            new HashMap<>(); // to open the file costs a quarter of a second

    public TestAuthority(Path folder) {
        this.file = folder.resolve("keys.p12");
        keytool(
                "-genkeypair",
                "-alias",
                ROOT,
                "-dname",
                "CN=Test Root",
                "-ext",
                "bc:c",
                "-startdate",
                "-100d",
                "-validity",
                "3650");
    }

    /** @param more such as {@code "-startdate", "-10d", "-validity", "3"} */
    public X509Certificate issue(String name, String... more) {
        List<String> options = new ArrayList<>(List.of("-genkeypair", "-alias", name, "-signer", ROOT));
        options.addAll(List.of("-dname", "CN=" + name, "-ext", "san=dns:" + name, "-validity", "3000"));
        options.addAll(Arrays.asList(more));
        keytool(options.toArray(String[]::new));
        return certificate(name);
    }

    public X509Certificate root() {
        return certificate(ROOT);
    }

    public X509Certificate certificate(String name) {
        return certificates.computeIfAbsent(name, this::read);
    }

    private X509Certificate read(String name) {
        try {
            return (X509Certificate) keys().getCertificate(name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public PrivateKey key(String name) {
        try {
            return (PrivateKey) keys().getKey(name, PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shows all that it has issued, and believes only what it has issued. */
    public SSLContext tls() throws GeneralSecurityException {
        var shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        var issued = keys();
        issued.deleteEntry(ROOT);
        shown.init(issued, PASSWORD.toCharArray());
        var trusted = KeyStore.getInstance("PKCS12");
        try {
            trusted.load(null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        trusted.setCertificateEntry(ROOT, root());
        var believed = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        believed.init(trusted);
        var tls = SSLContext.getInstance("TLS");
        tls.init(shown.getKeyManagers(), believed.getTrustManagers(), null);
        return tls;
    }

    public static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore keys() throws GeneralSecurityException {
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    private void keytool(String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("-keyalg", "RSA", "-keysize", "2048", "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", file.toString(), "-storepass", PASSWORD));
        try {
            var keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes());
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
