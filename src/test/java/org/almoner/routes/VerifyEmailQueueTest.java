package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.almoner.contact.Checksum;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class VerifyEmailQueueTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue verified;
    MailingContacts contacts;

    @BeforeEach
    void kim() {
        verified = new TestQueue("verify-email", redis, sql);
        contacts = new MailingContacts(sql, redis);
        contacts.add(17, "kim@example.org");
    }

    @Test
    void sendsMailToTheVerifiedAddress() {
        verified.push(click(17));

        assertThat(contacts.emails(17))
                .containsExactly("new@example.org EmailPreference primary", "kim@example.org Home");
        assertThat(contacts.activities(17)).containsExactly("Verify Email And Set As Primary");
    }

    @Test
    void replacesAnAddressThatWasVerifiedBefore() {
        verified.push(click(17));

        verified.push(click(17).replace("new@", "newer@"));

        assertThat(contacts.emails(17))
                .containsExactly("newer@example.org EmailPreference primary", "kim@example.org Home");
    }

    @Test
    void makesAnAddressPrimaryThatIsThereAlready() {
        contacts.add(18, "other@example.org", "NEW@example.org");

        verified.push(click(18));

        assertThat(contacts.emails(18)).containsExactly("NEW@example.org Home primary", "other@example.org Home");
    }

    @Test
    void changesNothingWhereMailGoesThereAlready() {
        contacts.livesIn(17, "DE");

        verified.push(click(17).replace("new@", "KIM@"));

        assertThat(contacts.emails(17)).containsExactly("kim@example.org Home primary");
        assertThat(contacts.activities(17)).isEmpty();
    }

    @Test
    void givesAnAddressToWhoHasNone() {
        contacts.add(18);

        verified.push(click(18));

        assertThat(contacts.emails(18)).containsExactly("new@example.org EmailPreference primary");
    }

    @Test
    void leavesOthersWithTheAddressAlone() {
        contacts.add(18, "new@example.org");

        verified.push(click(17));

        assertThat(contacts.emails(18)).containsExactly("new@example.org Home primary");
    }

    @ParameterizedTest
    @CsvSource({"DE, true", "NO, true", "FR, false"})
    void confirmsAnOptInWhereTheLawWantsIt(String country, boolean isConfirmed) {
        contacts.livesIn(17, country);

        verified.push(click(17));

        assertThat(contacts.activities(17).contains("Double Opt-In")).isEqualTo(isConfirmed);
    }

    @Test
    void followsAContactThatWasMerged() {
        contacts.add(16);
        contacts.set(16, "merged_into = 17");

        verified.push(click(16));

        assertThat(contacts.emails(17)).contains("new@example.org EmailPreference primary");
        assertThat(contacts.emails(16)).isEmpty();
    }

    @Test
    void handlesAClickOnceAndTheNextOneToo() {
        var receipt = verified.push(click(17), click(17), click(17).replace("402", "403"));

        assertThat(receipt).isEqualTo(new Receipt(2, 1, 0));
        assertThat(contacts.activities(17)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'contact_id':17,'email':'new@example.org','checksum':'LINK_168'}",
                "{'contact_id':17,'email':'new@example.org','checksum':'00000000000000000000000000000000_1_inf'}",
                "{'contact_id':17,'email':'new@example.org','checksum':'xyz_1_inf'}",
                "{'contact_id':17,'email':'new@example.org'}",
                "{'contact_id':17,'checksum':'LINK'}",
                "{'contact_id':17,'email':'nobody','checksum':'LINK'}",
                "{'contact_id':18,'email':'new@example.org','checksum':'LINK'}",
                "{'email':'new@example.org','checksum':'LINK'}"
            })
    void makesADeadLetterOfAClickThatProvesNothing(String wrong) {
        String bad = wrong.replace("LINK_168", contacts.link(17, "168"))
                .replace("LINK", contacts.link(17, Checksum.FOREVER))
                .replace('\'', '"');

        var receipt = verified.push(bad, click(17).replace("new@", "newer@"));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 1));
        assertThat(verified.deadLetters()).containsExactly(bad);
        assertThat(contacts.emails(17)).contains("newer@example.org EmailPreference primary");
        assertThat(contacts.emails(17)).hasSize(2);
    }

    private String click(long contactId) {
        return "{\"contact_id\":%d,\"email\":\"new@example.org\",\"checksum\":\"%s\",\"source_enqueued_time\":1788350402}"
                .formatted(contactId, contacts.link(contactId, Checksum.FOREVER));
    }
}
