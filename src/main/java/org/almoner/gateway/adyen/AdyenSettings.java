package org.almoner.gateway.adyen;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.almoner.gateway.AllowedUrls;
import org.almoner.gateway.GatewayFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How Adyen is reached, and by what each side knows the other.
 *
 * @param url of its Checkout API, the version included
 * @param accounts by the name of the merchant account
 * @param hmacKeys in hexadecimal digits; notifications may be signed by any, so that a key can be changed
 * @param user that it logs in as to deliver notifications; empty: it does not
 * @param captureFromListener whether an authorisation is captured when we are told of it, not by the front end
 * @param cvvScores points of risk, by the code of its answer: the first is that of code 0
 * @param avsScores likewise
 * @param reportHosts from where reports are downloaded, and from nowhere else
 */
@ConfigurationProperties("almoner.gateway.adyen")
record AdyenSettings(
        @DefaultValue("") String url,
        @DefaultValue Map<String, Account> accounts,
        @DefaultValue List<String> hmacKeys,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        boolean captureFromListener,
        @DefaultValue List<Integer> cvvScores,
        @DefaultValue List<Integer> avsScores,
        @DefaultValue Set<String> reportHosts) {

    private static final Pattern REPORT =
            Pattern.compile("/reports/download/[A-Za-z]{1,32}/[A-Za-z0-9_-]{1,80}/[A-Za-z0-9][A-Za-z0-9._-]{0,150}");

    private static final DataSize LARGEST_REPORT =
            DataSize.ofMegabytes(512); // a settlement of a large campaign has 100

    AdyenSettings {
        hmacKeys = hmacKeys.stream().filter(key -> !key.isBlank()).toList();
    }

    /** By what one merchant account is known at Adyen. */
    record Account(
            @DefaultValue("") String apiKey,
            @DefaultValue("") String reportUser,
            @DefaultValue("") String reportPassword) {

        @Override
        public String toString() {
            return "Account[…]";
        }
    }

    /** @param name nothing for the only one that there is */
    Account account(@Nullable String name) {
        var account = accounts.get(accountName(name));
        if (account == null || url.isBlank()) {
            throw new GatewayFailure("adyen is not configured, or not for this account");
        }
        return account;
    }

    String accountName(@Nullable String name) {
        return name == null && accounts.size() == 1
                ? accounts.keySet().iterator().next()
                : String.valueOf(name);
    }

    AllowedUrls reports() {
        return new AllowedUrls(reportHosts, REPORT, LARGEST_REPORT);
    }

    /** Without what nobody may read. */
    @Override
    public String toString() {
        return "AdyenSettings[url=" + url + ", accounts=" + accounts.keySet() + "]";
    }
}
