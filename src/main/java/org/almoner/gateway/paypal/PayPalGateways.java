package org.almoner.gateway.paypal;

import org.almoner.gateway.GatewayJson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Our messages have two names for PayPal: one for its older payments, and one for those by express checkout. */
@Configuration(proxyBeanMethods = false)
class PayPalGateways {

    @Bean
    PayPalGateway paypal(PayPalApi api, PayPalProfiles profiles, PayPalNotifications notifications, GatewayJson json) {
        return new PayPalGateway("paypal", api, profiles, notifications, json);
    }

    @Bean
    PayPalGateway paypalExpressCheckout(
            PayPalApi api, PayPalProfiles profiles, PayPalNotifications notifications, GatewayJson json) {
        return new PayPalGateway("paypal_ec", api, profiles, notifications, json);
    }
}
