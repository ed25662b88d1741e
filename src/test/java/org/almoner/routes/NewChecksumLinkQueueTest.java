package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.almoner.contact.Proofs;
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
class NewChecksumLinkQueueTest {

    private static final String REQUEST =
            "{\"email\":\"KIM@example.org\",\"page\":\"DonorPortal\",\"source_enqueued_time\":1788350402}";

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @Autowired
    Proofs proofs;

    TestQueue requests;
    MailingContacts contacts;

    @BeforeEach
    void kim() {
        requests = new TestQueue("new-checksum-link", redis, sql);
        contacts = new MailingContacts(sql, redis);
        contacts.add(17, "kim@example.org", "old@example.org");
    }

    @Test
    void asksForALinkThatProvesWhoseItIs() throws Exception {
        requests.push(REQUEST);

        JsonNode mail = onlyMail();
        assertThat(mail.path("template").asText()).isEqualTo("new_checksum_link");
        assertThat(mail.path("contact_id").asLong()).isEqualTo(17);
        assertThat(mail.path("values").path("page").asText()).isEqualTo("DonorPortal");
        assertThat(mail.path("values").has("subpage")).isFalse();
        String checksum = mail.path("values").path("checksum").asText();
        assertThat(proofs.isProven(17, checksum)).isTrue();
        assertThat(checksum).endsWith("_168");
        assertThat(Long.parseLong(checksum.split("_")[1]))
                .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond());
    }

    @Test
    void asksForASubpageOfAContact() throws Exception {
        contacts.add(18);
        contacts.set(18, "merged_into = 17");

        requests.push("{\"contactID\":\"18\",\"page\":\"EmailPreferences\",\"subpage\":\"optIn\"}");

        assertThat(onlyMail().path("contact_id").asLong()).isEqualTo(17);
        assertThat(onlyMail().path("values").path("subpage").asText()).isEqualTo("optIn");
    }

    @Test
    void asksOnceForEachRequest() {
        var receipt = requests.push(REQUEST, REQUEST, REQUEST.replace("402", "403"));

        assertThat(receipt).isEqualTo(new Receipt(2, 1, 0));
        assertThat(contacts.mails()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\":\"nobody@example.org\",\"page\":\"DonorPortal\"}",
                "{\"email\":\"old@example.org\",\"page\":\"DonorPortal\"}",
                "{\"contactID\":19,\"page\":\"DonorPortal\"}"
            })
    void asksForNothingWhereNobodyIsMeant(String message) {
        var receipt = requests.push(message);

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(contacts.mails()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"page\":\"RecurUpgrade\"}",
                "{\"email\":\"\",\"contactID\":\"\",\"page\":\"RecurUpgrade\"}",
                "{\"contactID\":0,\"page\":\"RecurUpgrade\"}",
                "{\"email\":\"kim@example.org\"}",
                "{\"email\":\"kim@example.org\",\"page\":\"Admin\"}",
                "{\"email\":\"kim@example.org\",\"page\":\"\"}",
                "{\"email\":\"kim@example.org\",\"page\":2}"
            })
    void makesADeadLetterOfARequestForNoPageOrNobody(String message) {
        var receipt = requests.push(message, REQUEST);

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 1));
        assertThat(requests.deadLetters()).containsExactly(message);
        assertThat(contacts.mails()).hasSize(1);
    }

    private JsonNode onlyMail() throws Exception {
        var mails = contacts.mails();
        assertThat(mails).hasSize(1);
        return new ObjectMapper().readTree(mails.get(0));
    }
}
