package org.almoner.gateway;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads from which score on a payment is too risky. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RiskRule.class)
class RiskConfiguration {}
