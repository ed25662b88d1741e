package org.almoner.mailing;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the law has us do.
 *
 * @param doubleOptInCountries where who opts in has to say so once more, from the address they gave
 */
@ConfigurationProperties("almoner.mailing")
record MailingSettings(Set<String> doubleOptInCountries) {}
