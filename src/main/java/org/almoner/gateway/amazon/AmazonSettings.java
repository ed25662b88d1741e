package org.almoner.gateway.amazon;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.almoner.gateway.AllowedUrls;
import org.almoner.gateway.Authorities;
import org.almoner.gateway.SigningCertificates.Source;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Where Amazon Pay is asked, with which key, and on which topics it publishes.
 *
 * @param url with the environment and the version, such as {@code https://pay-api.amazon.com/live/v2}
 * @param privateKey of ours, as PEM
 * @param certificates with which SNS signs, as PEM: who has them need not ask anybody
 * @param authorities who may issue them, as PEM; empty for those that browsers trust
 * @param certificateUrl where a simulator has its certificate
 */
@ConfigurationProperties("almoner.gateway.amazon")
record AmazonSettings(
        String url,
        String publicKeyId,
        String privateKey,
        Set<String> topics,
        Set<String> signatureVersions,
        String certificates,
        String authorities,
        String certificateUrl) {

    private static final Pattern TOPIC =
            Pattern.compile("arn:aws(-cn)?:sns:([a-z0-9-]{3,30}):[0-9]{12}:[A-Za-z0-9_-]+");
    private static final DataSize LARGEST = DataSize.ofKilobytes(64);

    AmazonSettings {
        topics = topics.stream().filter(topic -> !topic.isBlank()).collect(Collectors.toUnmodifiableSet());
        var strange =
                topics.stream().filter(topic -> !TOPIC.matcher(topic).matches()).findFirst();
        if (strange.isPresent()) {
            throw new IllegalArgumentException(
                    "almoner.gateway.amazon.topics: " + strange.get() + " is no topic's ARN");
        }
    }

    boolean canBeAsked() {
        return !url.isBlank() && !publicKeyId.isBlank() && !privateKey.isBlank();
    }

    /** From the regions of our topics alone. */
    Source signers() {
        return new Source(
                new AllowedUrls(hosts(), Pattern.compile("/SimpleNotificationService-[A-Za-z0-9]+\\.pem"), LARGEST),
                Stream.concat(hosts().stream(), Stream.of("sns.amazonaws.com")).collect(Collectors.toSet()),
                Authorities.of(authorities),
                certificateUrl);
    }

    AllowedUrls confirmations() {
        var confirm = Pattern.compile(
                "/\\?Action=ConfirmSubscription&TopicArn=arn(:|%3A)aws[A-Za-z0-9:%_-]{1,300}&Token=[0-9a-f]{1,1024}");
        return new AllowedUrls(hosts(), confirm, LARGEST);
    }

    private Set<String> hosts() {
        return topics.stream().map(AmazonSettings::host).collect(Collectors.toSet());
    }

    private static String host(String topic) {
        var parts = TOPIC.matcher(topic);
        if (!parts.matches()) {
            throw new IllegalStateException("no topic");
        }
        return "sns." + parts.group(2) + ".amazonaws.com" + (parts.group(1) == null ? "" : ".cn");
    }

    @Override
    public String toString() {
        return "AmazonSettings[url=" + url + ", topics=" + topics + "]";
    }
}
