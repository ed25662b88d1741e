package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.almoner.contact.Checksum;
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
class OptInQueueTest {

    private static final String IN = "opt_in and not opt_out and not do_not_email and not do_not_solicit";

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue optIn;
    MailingContacts contacts;

    @BeforeEach
    void contacts() {
        optIn = new TestQueue("opt-in", redis, sql);
        contacts = new MailingContacts(sql, redis);
    }

    @Test
    void optsInAllWhoseMailGoesThere() {
        contacts.add(1, "a@example.org");
        contacts.add(2, "A@example.org");
        contacts.add(3, "b@example.org", "a@example.org");
        contacts.set(1, "opt_out = true, do_not_email = true, do_not_solicit = true");

        optIn.push(wish("'utm_campaign':'C26','utm_source':'B26','utm_medium':'sitenotice'"));

        assertThat(contacts.those(IN)).containsExactly(1L, 2L);
        assertThat(contacts.those("opt_in_campaign = 'C26' and opt_in_source = 'B26' and opt_in_medium = 'sitenotice'"))
                .containsExactly(1L, 2L);
    }

    @Test
    void leavesWhoIsOptedInAlone() {
        contacts.add(1, "a@example.org");
        contacts.set(1, "opt_in = true, opt_in_campaign = 'first'");

        optIn.push(wish("'utm_campaign':'C26'"));

        assertThat(contacts.those("opt_in_campaign = 'first' and updated_at = created_at"))
                .containsExactly(1L);
    }

    @Test
    void optsInAgainWhoUnsubscribedSince() {
        contacts.add(1, "a@example.org");
        optIn.push(wish("'process':'optin'"));
        contacts.set(1, "opt_out = true");

        var receipt = optIn.push(wish("'process':'optin'"));

        assertThat(receipt).isEqualTo(new Receipt(2, 0, 0));
        assertThat(contacts.those(IN)).containsExactly(1L);
    }

    @Test
    void addsWhomNobodyKnowsOnce() {
        optIn.push(wish("'variant':'x'"), wish("'variant':'x'"));

        assertThat(contacts.those("source = 'opt-in' and " + IN)).hasSize(1);
        assertThat(contacts.those("true")).hasSize(1);
    }

    @Test
    void addsSomebodyWithAllThatIsKnownOfThem() {
        optIn.push(wish("'first_name':'Inês','last_name':'Carvalho','country':'PT','language':'pt','city':'Braga'"));

        assertThat(contacts.those("first_name = 'Inês' and last_name = 'Carvalho' and preferred_language = 'pt'"))
                .hasSize(1);
        assertThat(sql.sql("select city || ' ' || country from contact_address")
                        .query(String.class)
                        .single())
                .isEqualTo("Braga PT");
    }

    @Test
    void doesNothingForAnAddressThatIsNobodysPrimaryOne() {
        contacts.add(1, "b@example.org", "a@example.org");

        optIn.push(wish("'variant':'x'"));

        assertThat(contacts.those("opt_in is null")).containsExactly(1L);
        assertThat(contacts.those("true")).hasSize(1);
    }

    @Test
    void givesANewAddressToWhoIsProven() {
        contacts.add(1, "old@example.org");
        String link = contacts.link(1, Checksum.FOREVER);

        optIn.push(wish("'contact_id':'1','checksum':'%s','first_name':'Kim','last_name':'Vos'".formatted(link)));

        assertThat(contacts.those("first_name = 'Kim' and " + IN)).containsExactly(1L);
        assertThat(contacts.emails(1)).containsExactly("a@example.org Home primary", "old@example.org Home");
    }

    @Test
    void believesNobodyWithoutAProof() {
        contacts.add(1, "old@example.org");
        contacts.add(2, "a@example.org");
        contacts.set(2, "first_name = 'Kim', last_name = 'Vos'");

        optIn.push(wish("'contact_id':'1','checksum':'0000_1_168','first_name':'Eve','last_name':'Adams'"));

        assertThat(contacts.those("opt_in")).containsExactly(2L);
        assertThat(contacts.those("first_name = 'Kim'")).containsExactly(2L);
        assertThat(contacts.emails(1)).containsExactly("old@example.org Home primary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"email\":\"\"}", "{\"email\":\"nobody\"}", "{\"email\":{\"a\":1}}"})
    void makesADeadLetterOfAWishWithoutAnAddress(String message) {
        var receipt = optIn.push(message, wish("'variant':'x'"));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 1));
        assertThat(optIn.deadLetters()).containsExactly(message);
        assertThat(contacts.those("true")).hasSize(1);
    }

    private static String wish(String fields) {
        return ("{'email':'a@example.org'," + fields + "}").replace('\'', '"');
    }
}
