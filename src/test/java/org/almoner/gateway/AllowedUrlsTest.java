package org.almoner.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class AllowedUrlsTest {

    private static final AllowedUrls CERTIFICATES = new AllowedUrls(
            Set.of("sns.us-east-1.amazonaws.com"),
            Pattern.compile("/SimpleNotificationService-[A-Za-z0-9]+\\.pem"),
            DataSize.ofKilobytes(64));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.amazonaws.com:443/SimpleNotificationService-0.pem"
            })
    void allowWhatIsListed(String url) {
        assertThat(CERTIFICATES.allow(url)).isTrue();
        assertThat(CERTIFICATES.target(url).host()).isEqualTo("sns.us-east-1.amazonaws.com");
    }

    @Test
    void takeTheQueryForAPartOfThePath() {
        var confirmations = new AllowedUrls(
                Set.of("sns.us-east-1.amazonaws.com"), Pattern.compile("/\\?Action=\\w+"), DataSize.ofKilobytes(64));

        assertThat(confirmations
                        .target("https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription")
                        .path())
                .isEqualTo("/?Action=ConfirmSubscription");
        assertThat(confirmations.allow("https://sns.us-east-1.amazonaws.com/?Action=A&Next=B"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // another scheme
                "",
                "http://sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem",
                "HTTPS://sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem",
                "file:///etc/passwd",
                "ftp://sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem",
                "gopher://sns.us-east-1.amazonaws.com:443/SimpleNotificationService-ab12.pem",
                "jar:https://sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem!/",
                "//sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem",
                "/SimpleNotificationService-ab12.pem",
                "https:sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem",
                "https:///sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem",
                // somebody before the host
                "https://user@sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem",
                "https://user:word@sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem",
                "https://@sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.amazonaws.com@evil.example/SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.amazonaws.com%40evil.example/SimpleNotificationService-ab12.pem",
                "https://evil.example#@sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem",
                "https://evil.example\\@sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem",
                "https://evil.example?@sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem",
                // a host that is like it
                "https://SNS.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.amazonaws.com./SimpleNotificationService-ab12.pem",
                "https://.sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.amazonaws.com.evil.example/SimpleNotificationService-ab12.pem",
                "https://evil-sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.amazonaws.co/SimpleNotificationService-ab12.pem",
                "https://sns.us-east-2.amazonaws.com/SimpleNotificationService-ab12.pem",
                "https://s3.amazonaws.com/sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.аmazonaws.com/SimpleNotificationService-ab12.pem", // Cyrillic а
                "https://sns.us-east-1.xn--mazonaws-4fg.com/SimpleNotificationService-ab12.pem",
                "https://sns。us-east-1。amazonaws。com/SimpleNotificationService-ab12.pem",
                "https://ⓢns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.amazonaws.com\u0000.evil.example/SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.amazonaws.com%00.evil.example/SimpleNotificationService-ab12.pem",
                // no name at all
                "https://127.0.0.1/SimpleNotificationService-ab12.pem",
                "https://2130706433/SimpleNotificationService-ab12.pem",
                "https://0x7f000001/SimpleNotificationService-ab12.pem",
                "https://0177.0.0.1/SimpleNotificationService-ab12.pem",
                "https://127.1/SimpleNotificationService-ab12.pem",
                "https://169.254.169.254/SimpleNotificationService-ab12.pem",
                "https://[::1]/SimpleNotificationService-ab12.pem",
                "https://[::ffff:169.254.169.254]/SimpleNotificationService-ab12.pem",
                "https://[fd00:ec2::254]/SimpleNotificationService-ab12.pem",
                "https://localhost/SimpleNotificationService-ab12.pem",
                // another port
                "https://sns.us-east-1.amazonaws.com:8443/SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.amazonaws.com:22/SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.amazonaws.com:/SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.amazonaws.com:0443/SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.amazonaws.com:443:22/SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.amazonaws.com:65979/SimpleNotificationService-ab12.pem",
                // another path
                "https://sns.us-east-1.amazonaws.com",
                "https://sns.us-east-1.amazonaws.com/",
                "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-.pem",
                "https://sns.us-east-1.amazonaws.com/../SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.amazonaws.com/x/%2e%2e/SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.amazonaws.com//SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.amazonaws.com\\SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.amazonaws.com/\\SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem?next=https://evil.example",
                "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem#x",
                "https://sns.us-east-1.amazonaws.com/?Action=Publish&x=/SimpleNotificationService-ab12.pem",
                // what a header would end with
                "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem\r\nHost: evil.example",
                "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem\n",
                "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem%0d%0aHost:%20evil",
                "https://sns.us-east-1.amazonaws.com /SimpleNotificationService-ab12.pem",
                " https://sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem",
                "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem\t",
            })
    void allowNothingElse(String url) {
        assertThat(CERTIFICATES.allow(url)).isFalse();
        assertThatThrownBy(() -> CERTIFICATES.target(url)).isInstanceOf(GatewayRefusal.class);
    }

    @Test
    void allowNothingThatIsEndless() {
        assertThat(CERTIFICATES.allow(
                        "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-" + "a".repeat(5000) + ".pem"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/reports/../secret", "/reports/./x", "/a/..", "/a%2f..%2fb", "/a%5cb", "/a//b", "/a/%2E%2e/b"})
    void allowNoWayUpWhateverThePathMayBe(String path) {
        var anything = new AllowedUrls(Set.of("a.example"), Pattern.compile(".*"), DataSize.ofKilobytes(1));

        assertThat(anything.allow("https://a.example" + path)).isFalse();
        assertThat(anything.allow("https://a.example/reports/x.csv?signature=a%2Fb"))
                .isTrue();
    }
}
