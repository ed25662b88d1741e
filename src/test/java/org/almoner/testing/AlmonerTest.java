package org.almoner.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.almoner.Almoner;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/** A test of the whole application on the shared stores, which are empty before each of its methods. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Almoner.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=", // the same as the application's
            "management.prometheus.metrics.export.enabled=true", // which tests switch off otherwise
            "almoner.admin.primary-key=" + AlmonerTest.PRIMARY_KEY,
            "almoner.admin.secondary-key=" + AlmonerTest.SECONDARY_KEY,
            "almoner.gateway.adyen.hmac-keys=" + AlmonerTest.ADYEN_KEY,
            "almoner.gateway.adyen.report-hosts=ca-live.example-adyen.test", // the samples'
            "almoner.gateway.gravy.webhook-users=gravy:current",
            "almoner.gateway.ingenico.webhook-keys[0].id=key-2",
            "almoner.gateway.ingenico.webhook-keys[0].secret=current-secret"
        })
@ContextConfiguration(initializers = SharedStoresInitializer.class)
@TestExecutionListeners(listeners = EmptyStores.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface AlmonerTest {
    String PRIMARY_KEY = "the-first-key";
    String SECONDARY_KEY = "the-second-key";
    String ADYEN_KEY = "9064450A8892A093D9E97EFCC9639DE31B74F3A7803135555A3C96F5A57915D6"; // of Adyen's own examples
}
