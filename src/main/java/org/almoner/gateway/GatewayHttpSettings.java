package org.almoner.gateway;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a gateway is waited for.
 *
 * @param readTimeout for each part of an answer
 * @param connections most to one gateway at a time
 */
@ConfigurationProperties("almoner.gateway.http")
record GatewayHttpSettings(Duration connectTimeout, Duration readTimeout, int connections) {}
