package org.almoner.gateway;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** How gateways are reached: within a time, only where their settings say, and once: who asks again decides above. */
@Component
@EnableConfigurationProperties(GatewayHttpSettings.class)
public class GatewayHttp {

    private final CloseableHttpClient http;
    private final RestClient.Builder clients;

    GatewayHttp(GatewayHttpSettings settings, RestClient.Builder clients) {
        http = http(settings);
        this.clients = clients.requestFactory(new HttpComponentsClientHttpRequestFactory(http));
    }

    /** @param url of the gateway's API, to which requests are relative */
    public RestClient client(String url) {
        return clients.clone().baseUrl(url).build();
    }

    /** What a gateway says; one that says nothing has not answered. */
    public static <T> T read(RestClient.ResponseSpec response, Class<T> type) {
        var answer = response.body(type);
        if (answer == null) {
            throw new GatewayFailure("an empty answer");
        }
        return answer;
    }

    private static CloseableHttpClient http(GatewayHttpSettings settings) {
        var readTimeout = Timeout.of(settings.readTimeout());
        var connection = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                .setSocketTimeout(readTimeout)
                .build();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(connection)
                .setMaxConnPerRoute(settings.connections())
                .setMaxConnTotal(settings.connections() * 10)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(readTimeout).build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .build();
    }

    @PreDestroy
    void close() throws IOException {
        http.close();
    }
}
