package org.almoner.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The certificates with which gateways sign, fetched from where notifications say, and kept while they are good. */
@Component
public class SigningCertificates {

    private static final int MOST = 100; // a gateway has one or two at a time

    /** In a name as RFC 2253 writes it: a comma that is a part of another name has a backslash in front of it. */
    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|(?<!\\\\),)CN=([A-Za-z0-9.-]+)(?:,|$)");

    /**
     * Where a gateway's certificates are, whose names they bear, and who must have said so.
     *
     * @param ours a place of our own settings instead, of a gateway that is simulated; or nothing
     */
    public record Source(AllowedUrls urls, Set<String> names, Authorities authorities, String ours) {

        public boolean allows(String url) {
            return ours.isEmpty() ? urls.allow(url) : ours.equals(url);
        }
    }

    private final Map<String, List<X509Certificate>> known = new ConcurrentHashMap<>();
    private final SafeFetch fetch;
    private final GatewayHttp http;
    private final Clock clock;

    SigningCertificates(SafeFetch fetch, GatewayHttp http, Clock clock) {
        this.fetch = fetch;
        this.http = http;
        this.clock = clock;
    }

    /** @throws GatewayRefusal if it is not the gateway's; any other {@link GatewayFailure} may pass */
    public X509Certificate at(String url, Source source) {
        var cached = known.get(url);
        if (cached != null && source.authorities().vouchFor(cached, clock.instant())) {
            return cached.get(0);
        }
        var chain = Authorities.certificates(new String(fetch(url, source), US_ASCII));
        requireGood(chain, source);
        if (known.size() < MOST) {
            known.put(url, chain);
        }
        return chain.get(0);
    }

    private byte[] fetch(String url, Source source) {
        if (source.ours().isEmpty() || !source.ours().equals(url)) {
            return fetch.fetch(url, source.urls());
        }
        var body = http.client(url).get().retrieve().body(byte[].class);
        return body == null ? new byte[0] : body;
    }

    private void requireGood(List<X509Certificate> chain, Source source) {
        if (chain.isEmpty()) {
            throw new GatewayFailure("there is no certificate behind the url");
        }
        if (!source.authorities().vouchFor(chain, clock.instant())) {
            throw new GatewayRefusal("nobody whom we trust has issued the certificate, or not for today");
        }
        if (source.ours().isEmpty() && !source.names().contains(nameOf(chain.get(0)))) {
            throw new GatewayRefusal("the certificate is somebody else's");
        }
    }

    private static String nameOf(X509Certificate certificate) {
        var name = COMMON_NAME.matcher(certificate.getSubjectX500Principal().getName());
        return name.find() ? name.group(1) : "";
    }
}
