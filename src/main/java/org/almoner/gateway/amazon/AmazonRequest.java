package org.almoner.gateway.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A request to Amazon Pay, and the headers by which it knows that the request is ours. */
record AmazonRequest(String method, URI uri, String body, String idempotencyKey) {

    private static final String ALGORITHM = "AMZN-PAY-RSASSA-PSS-V2";
    private static final PSSParameterSpec PADDING =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    static PrivateKey privateKey(String pem) {
        try {
            byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("almoner.gateway.amazon.private-key is no RSA key in PKCS 8");
        }
    }

    Map<String, String> signed(String publicKeyId, PrivateKey key, Instant at) {
        var headers = headers(at);
        String names = String.join(";", headers.keySet());
        String toSign = ALGORITHM + "\n" + sha256(canonical(headers, names));
        var all = new TreeMap<>(headers);
        all.put(
                "authorization",
                "%s PublicKeyId=%s, SignedHeaders=%s, Signature=%s"
                        .formatted(ALGORITHM, publicKeyId, names, sign(toSign, key)));
        return all;
    }

    private TreeMap<String, String> headers(Instant at) {
        var headers = new TreeMap<>(Map.of(
                "accept", "application/json",
                "content-type", "application/json",
                "x-amz-pay-region", region(),
                "x-amz-pay-date", DATE.format(at),
                "x-amz-pay-host", uri.getHost()));
        if (method.equals("POST")) {
            headers.put("x-amz-pay-idempotency-key", idempotencyKey.replace("-", "")); // at most 32 characters
        }
        return headers;
    }

    String canonical(Map<String, String> headers, String names) {
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        return String.join("\n", method, uri.getRawPath(), "", lines, names, sha256(body));
    }

    private String region() {
        if (uri.getHost().endsWith(".eu")) {
            return "eu";
        }
        return uri.getHost().endsWith(".jp") ? "jp" : "na";
    }

    private static String sign(String text, PrivateKey key) {
        try {
            var signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(PADDING);
            signature.initSign(key);
            signature.update(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSASSA-PSS is not to be had", e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is not to be had", e);
        }
    }

    @Override
    public String toString() {
        return "AmazonRequest[" + method + "]";
    }
}
