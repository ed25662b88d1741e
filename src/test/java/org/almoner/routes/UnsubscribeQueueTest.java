package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class UnsubscribeQueueTest {

    private static final String WISH =
            "{\"process\":\"unsubscribe\",\"email\":\"A@example.org\",\"contribution-id\":\"7\"}";

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue unsubscribe;
    MailingContacts contacts;

    @BeforeEach
    void donor() {
        unsubscribe = new TestQueue("unsubscribe", redis, sql);
        contacts = new MailingContacts(sql, redis);
        contacts.add(1, "b@example.org", "c@example.org");
        contacts.gave(1, 7);
    }

    @Test
    void optsOutEverybodyWithAnyOfTheAddresses() {
        contacts.add(2, "a@example.org");
        contacts.add(3, "other@example.org", "C@Example.org");
        contacts.add(4, "bystander@example.org");

        unsubscribe.push(WISH);

        assertThat(contacts.those("opt_out")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void leavesTheOtherAddressesOfWhoHasOptedOutBeforeAlone() {
        contacts.set(1, "opt_out = true");
        contacts.add(2, "a@example.org");
        contacts.add(3, "c@example.org");

        unsubscribe.push(WISH);

        assertThat(contacts.those("opt_out")).containsExactly(1L, 2L);
    }

    @Test
    void optsOutAgainWhoHasOptedInSince() {
        unsubscribe.push(WISH);
        contacts.set(1, "opt_out = false");

        var receipt = unsubscribe.push(WISH);

        assertThat(receipt).isEqualTo(new Receipt(2, 0, 0));
        assertThat(contacts.those("opt_out")).containsExactly(1L);
    }

    @Test
    void doesNothingForAContributionThatDoesNotExist() {
        contacts.add(2, "a@example.org");

        var receipt = unsubscribe.push(WISH.replace("\"7\"", "\"8\""));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(contacts.those("opt_out")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"o'neill@example.ie", "x' or '1'='1", "%", "a\\\\@example.org"})
    void takesAnAddressLiterally(String address) {
        contacts.add(2, address.replace("\\\\", "\\"));
        contacts.set(1, "opt_out = true");
        contacts.add(3, "a@example.org");

        unsubscribe.push(WISH.replace("A@example.org", address));

        assertThat(contacts.those("opt_out")).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"process\":\"unsubscribe\",\"contribution-id\":\"7\"}",
                "{\"process\":\"unsubscribe\",\"email\":\" \",\"contribution-id\":\"7\"}",
                "{\"process\":\"unsubscribe\",\"email\":\"b@example.org\",\"contribution-id\":0}",
                "{\"process\":\"unsubscribe\",\"email\":\"b@example.org\",\"contribution-id\":-7}",
                "{\"process\":\"unsubscribe\",\"email\":\"b@example.org\",\"contribution-id\":\"seven\"}",
                "{\"process\":\"unsubscribe\",\"email\":[\"b@example.org\"],\"contribution-id\":7}"
            })
    void makesADeadLetterOfAWishThatNamesNobody(String message) {
        var receipt = unsubscribe.push(message, WISH);

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 1));
        assertThat(unsubscribe.deadLetters()).containsExactly(message);
        assertThat(unsubscribe.lastError()).doesNotContain("example.org", "seven");
        assertThat(contacts.those("opt_out")).containsExactly(1L);
    }
}
