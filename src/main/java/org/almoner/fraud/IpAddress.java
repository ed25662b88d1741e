package org.almoner.fraud;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells addresses of the Internet from all other text, without asking the Internet. */
final class IpAddress {

    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final Pattern LOOKS_LIKE_IPV6 = Pattern.compile("[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]{1,44}");

    private IpAddress() {}

    /** The address in its usual form, an IPv4 address mapped into IPv6 as the IPv4 address; nothing for other text. */
    static @Nullable String literal(@Nullable String text) {
        if (text == null || IPV4.matcher(text).matches()) {
            return text;
        }
        return LOOKS_LIKE_IPV6.matcher(text).matches() ? ipv6(text) : null;
    }

    private static @Nullable String ipv6(String text) {
        try {
            return InetAddress.getByName(text).getHostAddress(); // text with a colon is never looked up
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
