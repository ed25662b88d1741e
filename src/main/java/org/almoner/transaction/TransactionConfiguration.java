package org.almoner.transaction;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of this package. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransactionSettings.class)
class TransactionConfiguration {}
