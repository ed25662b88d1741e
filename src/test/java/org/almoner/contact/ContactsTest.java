package org.almoner.contact;

import static org.almoner.contact.TestPeople.JAN;
import static org.almoner.contact.TestPeople.NOW;
import static org.almoner.contact.TestPeople.occasion;
import static org.almoner.contact.TestPeople.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class ContactsTest {

    @Autowired
    Contacts contacts;

    @Autowired
    JdbcClient sql;

    TestPeople people;

    @BeforeEach
    void people() {
        people = new TestPeople(contacts, sql);
    }

    @Test
    void replacesAnAddressAsAWholeAndKeepsItForLess() {
        people.keep(with("\"supplemental_address_1\":\"c/o Jansen\",\"state_province\":\"ZH\""));

        people.keep(with("\"street_address\":\"N0NE PROVIDED\",\"city\":\"Ede\""));
        assertThat(people.one("select concat_ws(', ', street_address, city) from contact_address"))
                .isEqualTo("Lange Voorhout 9, Den Haag");
        people.keep(with("\"street_address\":\"Weg 1\",\"country\":\"XX\""));
        assertThat(people.one("select street_address from contact_address")).isEqualTo("Lange Voorhout 9");
        people.keep(with("\"street_address\":\"Weg 1\",\"city\":\"Ede\",\"postal_code\":\"0\""));
        assertThat(people.one(
                        "select concat_ws(', ', street_address, supplemental_1, city, state_province, postal_code, country)"
                                + " from contact_address"))
                .isEqualTo("Weg 1, Ede, NL");
    }

    @ParameterizedTest
    @CsvSource({"-1, false, true", "1, false, false", "-1, true, false"})
    void releasesAnAddressThatADonorUsesAfterMailToItCameBack(
            long heldSince, boolean isInstalment, boolean isReleased) {
        people.keep(JAN);
        sql.sql("update contact_email set on_hold_at = to_timestamp(?)")
                .param(NOW.getEpochSecond() + heldSince)
                .update();

        people.keep(JAN, occasion("cc", isInstalment));

        assertThat(people.one("select on_hold_at is null from contact_email")).isEqualTo(isReleased);
    }

    @Test
    void optsInWhoAskedForMailAgain() {
        people.keep(JAN);
        sql.sql("update contact set opt_out = true, do_not_email = true, do_not_solicit = true, opt_in = false")
                .update();

        people.keep(JAN);
        assertThat(people.one("select opt_out and do_not_email and do_not_solicit from contact"))
                .isEqualTo(true);
        people.keep(with("\"opt_in\":\"1\""));
        assertThat(people.one("select opt_in and not opt_out and not do_not_email and not do_not_solicit from contact"))
                .isEqualTo(true);
    }

    @Test
    void keepsATelephoneByItsNumberOrItsRecipientId() {
        var jan = people.keep(with("\"recipient_id\":\"MTIzNDU=xy\""));
        people.keep(with("\"recipient_id\":12345,\"phone\":\"+31 70 1234567\",\"sms_opt_in\":\"1\""));
        people.keep(with("\"phone\":\"+31701234567\""));
        people.keep(with("\"phone\":\"+31 6 12\""));

        assertThat(people.strings("select concat_ws(' ', contact_id = " + jan.contactId()
                        + ", phone, recipient_id, sms_opt_in, is_primary) from contact_phone order by id"))
                .containsExactly("t +31701234567 12345 t t", "t +31 6 12 f");
    }

    @Test
    void takesTheLanguageOfTheVisitWhereNoneIsTold() {
        sql.sql("insert into contribution_tracking (id, language) values (7, 'es-419')")
                .update();
        var visit = new Occasion("online donation", NOW, "adyen", "cc", false, 7L);

        people.keep(with("\"language\":\"\""), visit);

        assertThat(people.one("select preferred_language from contact")).isEqualTo("es_MX");
    }

    @Test
    void writesNothingWhenNothingIsNew() {
        people.keep(with("\"opt_in\":\"1\",\"employer\":\"Acme\",\"employer_id\":7,\"fiscal_number\":\"123\""));
        var before = people.one("select max(updated_at)::text from contact");

        people.keep(with("\"opt_in\":\"1\",\"employer\":\"Acme\",\"employer_id\":7,\"fiscal_number\":\"123\""));

        assertThat(people.one("select max(updated_at)::text from contact")).isEqualTo(before);
        people.keep(with("\"employer\":\"Apex\""));
        assertThat(people.one("select employer_name || ' ' || employer_id from contact"))
                .isEqualTo("Apex 7");
    }
}
