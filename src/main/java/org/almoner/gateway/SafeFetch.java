package org.almoner.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Fetches what somebody outside says is to be fetched: a certificate, a report, the confirmation of a subscription. Only from
 * where it may come, only over the internet, and so that nobody can make it ask anything of ours.
 */
@Component
public class SafeFetch {

    private static final Timeout CONNECT = Timeout.ofSeconds(2);

    /**
     * How long a server is waited for.
     *
     * @param silent until the next of what it says comes
     * @param whole until it has said all; the largest of reports takes minutes
     */
    record Patience(Duration silent, Duration whole) {
        static final Patience OURS = new Patience(Duration.ofSeconds(5), Duration.ofMinutes(2));
    }

    /** What a fetch goes through; the internet's own but in tests. */
    record Network(DnsResolver names, Predicate<InetAddress> mayReach, SSLContext tls, int port, Patience patience) {

        Network(DnsResolver names, Predicate<InetAddress> mayReach, SSLContext tls, int port) {
            this(names, mayReach, tls, port, Patience.OURS);
        }
    }

    private final CloseableHttpClient http;
    private final Network network;

    @Autowired
    SafeFetch() {
        this(new Network(
                SystemDefaultDnsResolver.INSTANCE, PublicAddresses::contain, SSLContexts.createDefault(), 443));
    }

    SafeFetch(Network network) {
        this.network = network;
        this.http = client(network);
    }

    public byte[] fetch(String url, AllowedUrls allowed) {
        var body = new ByteArrayOutputStream();
        fetch(url, allowed, Map.of(), body);
        return body.toByteArray();
    }

    /** @throws GatewayRefusal if it may not be fetched; any other {@link GatewayFailure} may pass */
    public void fetch(String url, AllowedUrls allowed, Map<String, String> headers, OutputStream to) {
        var target = allowed.target(url);
        var request = new HttpGet(target.path());
        headers.forEach(request::setHeader);
        try {
            http.execute(new HttpHost("https", target.host(), network.port()), request, answer -> {
                try {
                    copy(answer, allowed.largest().toBytes(), to);
                } catch (GatewayFailure e) {
                    request.abort(); // else what is left of it would be read before the connection is closed
                    throw e;
                }
                return null;
            });
        } catch (IOException e) {
            throw new GatewayFailure(
                    target.host() + " cannot be fetched from: " + e.getClass().getSimpleName());
        }
    }

    private void copy(ClassicHttpResponse answer, long largest, OutputStream to) throws IOException {
        if (answer.getCode() >= 300 && answer.getCode() < 400) {
            throw new GatewayRefusal("the url leads elsewhere");
        }
        if (answer.getCode() != 200) {
            throw new GatewayFailure("the url is answered with status " + answer.getCode());
        }
        long end = System.nanoTime() + network.patience().whole().toNanos();
        InputStream body = answer.getEntity().getContent();
        byte[] part = new byte[8192];
        long length = 0;
        for (int read = body.read(part); read >= 0; read = body.read(part)) {
            length += read;
            if (length > largest) {
                throw new GatewayRefusal("what is behind the url is larger than " + largest + " bytes");
            }
            if (System.nanoTime() > end) {
                throw new GatewayFailure("the url is answered too slowly");
            }
            to.write(part, 0, read);
        }
    }

    private static CloseableHttpClient client(Network network) {
        var silent = Timeout.of(network.patience().silent());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Checked(network))
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(network.tls()))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(silent)
                        .build())
                .build();
        return HttpClients.custom() // without the system's properties: no proxy that would resolve the name once more
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(silent).build())
                .setConnectionReuseStrategy((request, answer, context) -> false)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression() // a few bytes may be gigabytes
                .build();
    }

    /** Asked once for each connection, which goes to what it says: the name may mean something else a moment later. */
    private record Checked(Network network) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var addresses = network.names().resolve(host);
            for (InetAddress address : addresses) {
                if (!network.mayReach().test(address)) {
                    throw new UnknownHostException("an address of " + host + " is not public");
                }
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
