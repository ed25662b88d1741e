package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.almoner.contact.Proofs;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class EmailPreferencesQueueTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @Autowired
    Proofs proofs;

    TestQueue preferences;
    MailingContacts contacts;

    @BeforeEach
    void kim() {
        preferences = new TestQueue("email-preferences", redis, sql);
        contacts = new MailingContacts(sql, redis);
        contacts.add(17, "kim@example.org");
        contacts.livesIn(17, "US");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            textBlock =
                    """
                    # what is told, opted in before, opted out before, opted in, opted out, activity
                    "true",  null,  true,  true,  false, OptIn
                    true,    false, false, true,  false, OptIn
                    "true",  true,  true,  true,  false, OptIn
                    "false", null,  true,  false, true,  unsubscribe
                    "false", true,  false, false, false, unsubscribe
                    false,   true,  false, false, false, unsubscribe
                    "true",  true,  false, true,  false,
                    "false", false, true,  false, true,
                    "",      false, true,  false, true,
                    null,    false, true,  false, true,
                    """)
    void meansWhatItSays(
            String told, String inBefore, boolean outBefore, boolean isIn, boolean isOut, @Nullable String activity) {
        contacts.set(17, "opt_in = %s, opt_out = %s".formatted(inBefore, outBefore));

        preferences.push(choice("'send_email':" + told));

        assertThat(contacts.those("opt_in = %s and opt_out = %s".formatted(isIn, isOut)))
                .containsExactly(17L);
        assertThat(contacts.activities(17))
                .containsExactly(activity == null ? new String[0] : new String[] {activity, "Email Preference Center"});
        assertThat(contacts.mails()).isEmpty();
    }

    @Test
    void changesLanguageAndCountry() {
        preferences.push(choice("'language':'es-419','country':'MX'"));

        assertThat(contacts.those("preferred_language = 'es_MX'")).containsExactly(17L);
        assertThat(addresses()).isEqualTo("MX EmailPreference primary, US Home");
        preferences.push(choice("'country':'CA'"));
        assertThat(addresses()).isEqualTo("CA EmailPreference primary, US Home");
        assertThat(sql.sql("select string_agg(subject, '; ' order by id) from activity")
                        .query(String.class)
                        .single())
                .isEqualTo("Changed: language, country; Changed: country");
    }

    @Test
    void snoozes() {
        preferences.push(choice("'snooze_date':'2100-12-01'"));

        assertThat(snoozedUntil()).isEqualTo("2100-12-01");
    }

    @Test
    void wakesWhoAnswersAnew() {
        preferences.push(choice("'snooze_date':'2100-12-01'"));
        contacts.set(17, "opt_in = true");

        preferences.push(choice("'send_email':'true'"));

        assertThat(snoozedUntil())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(1).toString());
    }

    @Test
    void changesNoAddressBeforeItIsVerified() throws Exception {
        preferences.push(choice("'email_checksum':'77fa12_1788350000_168'").replace("kim@", "new@"));

        assertThat(contacts.emails(17)).containsExactly("kim@example.org Home primary");
        assertThat(contacts.activities(17)).containsExactly("Email change requested", "Email Preference Center");
        assertThat(contacts.mails()).hasSize(1);
        var mail = new ObjectMapper().readTree(contacts.mails().get(0));
        assertThat(mail.path("template").asText()).isEqualTo("verify_email");
        assertThat(mail.path("contact_id").asLong()).isEqualTo(17);
        assertThat(mail.path("values").path("email").asText()).isEqualTo("new@example.org");
        assertThat(mail.path("values").path("checksum").asText()).endsWith("_inf");
        assertThat(proofs.isProven(17, mail.path("values").path("checksum").asText()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'country':'DE', 1", "'country':'NO', 1", "'country':'FR', 0", "'language':'de', 0"})
    void asksOnceMoreWhereTheLawWantsIt(String told, int mails) {
        preferences.push(choice(told + ",'send_email':true"));

        assertThat(contacts.mails()).hasSize(mails).allMatch(mail -> mail.contains("\"double_opt_in\""));
    }

    @Test
    void asksNobodyTwiceWhoHasConfirmed() {
        sql.sql("insert into activity (contact_id, type, subject, happened_at) values (17, 'Double Opt-In', '', now())")
                .update();

        preferences.push(choice("'country':'DE','send_email':true"));

        assertThat(contacts.mails()).isEmpty();
    }

    @Test
    void followsAContactThatWasMerged() {
        contacts.add(16);
        contacts.set(16, "merged_into = 17");

        preferences.push(choice("'language':'nl'")
                .replace("\"contact_id\":17", "\"contact_id\":16")
                .replace(contacts.link(17, "168"), contacts.link(16, "168")));

        assertThat(contacts.those("preferred_language = 'nl'")).containsExactly(17L);
    }

    @Test
    void handlesAChoiceOnceAndTheNextOneToo() {
        String choice = choice("'country':'DE'").replace("kim@", "new@");

        var receipt = preferences.push(choice, choice, choice.replace("402", "403"));

        assertThat(receipt).isEqualTo(new Receipt(2, 1, 0));
        assertThat(contacts.mails()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'checksum':'dead_1_168'",
                "'checksum':''",
                "'checksum':'x'",
                "'contact_id':18",
                "'contact_id':'x'",
                "'email':''",
                "'email':'nobody'",
                "'country':'Atlantis'",
                "'country':'NL1'",
                "'language':'n l'",
                "'send_email':'perhaps'",
                "'snooze_date':'tomorrow'"
            })
    void makesADeadLetterOfAChoiceThatCannotBe(String wrong) {
        String field = wrong.replaceAll(":.*", "").replace('\'', '"');
        String message = choice("'language':'nl'").replaceAll("," + field + ":(\"[^\"]*\"|[0-9]+)", "");
        String bad = message.replaceFirst("}$", "," + wrong.replace('\'', '"') + "}");

        var receipt = preferences.push(bad, choice("'language':'pt'"));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 1));
        assertThat(preferences.deadLetters()).containsExactly(bad);
        assertThat(contacts.activities(17)).containsExactly("Email Preference Center");
        assertThat(contacts.those("preferred_language = 'pt'")).containsExactly(17L);
    }

    /** By a link that expired long ago. */
    private String choice(String fields) {
        return "{'source_enqueued_time':1788350402,'contact_id':17,'checksum':'%s','email':'kim@example.org',%s}"
                .formatted(contacts.link(17, "168"), fields)
                .replace('\'', '"');
    }

    private String addresses() {
        return sql.sql(
                        """
                        select string_agg(concat_ws(' ', country, location_type, case when is_primary then 'primary' end),
                            ', ' order by location_type) from contact_address
                        """)
                .query(String.class)
                .single();
    }

    private String snoozedUntil() {
        return sql.sql("select snooze_until::text from contact_email")
                .query(String.class)
                .single();
    }
}
