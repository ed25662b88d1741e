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
class LeadGenerationQueueTest {

    private static final String LEAD =
            "{\"email\":\"a@example.org\",\"leadgen_source\":\"appbanner-es\",\"source_enqueued_time\":1788350402}";

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue leads;
    MailingContacts contacts;

    @BeforeEach
    void contacts() {
        leads = new TestQueue("lead-generation", redis, sql);
        contacts = new MailingContacts(sql, redis);
    }

    @Test
    void addsWhomNobodyKnows() {
        leads.push(LEAD);

        var added = contacts.those("source = 'Leadgen: appbanner-es' and opt_in");
        assertThat(added).hasSize(1);
        assertThat(contacts.emails(added.get(0))).containsExactly("a@example.org Home primary");
        assertThat(contacts.activities(added.get(0))).containsExactly("Lead Generation Signup");
        assertThat(sql.sql("select extract(epoch from happened_at) from activity")
                        .query(Long.class)
                        .single())
                .isEqualTo(1788350402);
    }

    @Test
    void optsInAllWhoseMailGoesThere() {
        contacts.add(1, "a@example.org");
        contacts.add(2, "A@example.org");
        contacts.add(3, "b@example.org", "a@example.org");
        contacts.set(2, "opt_in = true, opt_in_campaign = 'first'");

        leads.push(LEAD);

        assertThat(contacts.those("opt_in")).containsExactly(1L, 2L);
        assertThat(contacts.those("opt_in_campaign = 'first'")).containsExactly(2L);
        assertThat(contacts.activities(1)).containsExactly("Lead Generation Signup");
        assertThat(contacts.activities(2)).containsExactly("Lead Generation Signup");
        assertThat(contacts.activities(3)).isEmpty();
    }

    @Test
    void notesASignupOnceAndTheNextOneToo() {
        var receipt = leads.push(LEAD, LEAD, LEAD.replace("402", "403"));

        assertThat(receipt).isEqualTo(new Receipt(2, 1, 0));
        assertThat(contacts.activities(contacts.those("true").get(0))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"leadgen_source\":\"x\"}",
                "{\"email\":\"a@example.org\"}",
                "{\"email\":\"a@example.org\",\"leadgen_source\":\"\"}",
                "{\"email\":\"nobody\",\"leadgen_source\":\"x\"}"
            })
    void makesADeadLetterOfALeadThatLeadsNowhere(String message) {
        var receipt = leads.push(message, LEAD);

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 1));
        assertThat(leads.deadLetters()).containsExactly(message);
        assertThat(contacts.those("true")).hasSize(1);
    }
}
