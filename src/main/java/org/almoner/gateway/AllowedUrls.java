package org.almoner.gateway;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.unit.DataSize;

/**
 * Where something may be fetched from although its URL came from outside, and how much of it.
 *
 * @param hosts in lower case; nothing like them is one of them
 * @param path of the path and what follows it, if anything may; in full
 */
public record AllowedUrls(Set<String> hosts, Pattern path, DataSize largest) {

    private static final int LONGEST = 4096; // signed ones have a few hundred characters of query

    /** What is not written exactly so is not understood, since whoever connects might understand it otherwise. */
    private static final Pattern URL =
            Pattern.compile("https://([a-z0-9.-]{1,253})(?::443)?(/[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)");

    private static final Pattern UPWARDS =
            Pattern.compile("/\\.{1,2}(/|$|\\?)|//|%(2e|2f|5c|00)", Pattern.CASE_INSENSITIVE);

    public AllowedUrls {
        hosts = Set.copyOf(hosts);
    }

    public boolean allow(String url) {
        Matcher parts = match(url);
        return parts.matches() && isAllowed(parts);
    }

    /** @throws GatewayRefusal if it is not allowed; without the URL, which is anything that anybody likes */
    Target target(String url) {
        Matcher parts = match(url);
        if (!parts.matches()) {
            throw new GatewayRefusal("the url is no plain https one");
        }
        if (!isAllowed(parts)) {
            throw new GatewayRefusal("the url is none of those that may be fetched");
        }
        return new Target(parts.group(1), parts.group(2));
    }

    private static Matcher match(String url) {
        return URL.matcher(url.length() > LONGEST ? "" : url);
    }

    private boolean isAllowed(Matcher parts) {
        String rest = parts.group(2);
        int end = rest.indexOf('?') < 0 ? rest.length() : rest.indexOf('?');
        return hosts.contains(parts.group(1))
                && path.matcher(rest).matches()
                && !UPWARDS.matcher(rest.substring(0, end)).find();
    }

    /** @param path with the query */
    record Target(String host, String path) {}
}
