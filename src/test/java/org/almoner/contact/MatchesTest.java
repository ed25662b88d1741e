package org.almoner.contact;

import static org.almoner.contact.TestPeople.JAN;
import static org.almoner.contact.TestPeople.occasion;
import static org.almoner.contact.TestPeople.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class MatchesTest {

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
    void knowsWhomItHasNotMetBeforeFromThenOn() {
        var first = people.keep(JAN);
        var again = people.keep(JAN.replace("Jan@", "JAN@").replace("\"Jan\"", "\"jan\""));

        assertThat(first).isEqualTo(new Kept(first.contactId(), true, null));
        assertThat(again).isEqualTo(new Kept(first.contactId(), false, null));
        assertThat(people.one("select concat_ws(' ', first_name, last_name, preferred_language, source) from contact"))
                .isEqualTo("Jan de Vries nl online donation");
        assertThat(people.one("select concat_ws(' ', email, location_type, is_primary) from contact_email"))
                .isEqualTo("Jan@example.org Home t");
        assertThat(people.one(
                        "select concat_ws(', ', street_address, city, postal_code, country) from contact_address"))
                .isEqualTo("Lange Voorhout 9, Den Haag, 2514 EA, NL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"last_name\":\"Jansen\",\"street_address\":\"Weg 1\"", // shares the address
                "\"email\":\"other@example.org\",\"street_address\":\"Weg 1\"", // has the same name
                "\"last_name\":\"\"" // half a name
            })
    void takesWhoMayBeSomebodyElseForSomebodyElse(String told) {
        var jan = people.keep(JAN);

        assertThat(people.keep(with(told)).contactId()).isNotEqualTo(jan.contactId());
    }

    @Test
    void knowsSomebodyWithoutTheirMailByNameAndAddress() {
        var jan = people.keep(JAN);

        assertThat(people.keep(with("\"email\":\"\"")).contactId()).isEqualTo(jan.contactId());
        assertThat(people.keep(with("\"email\":\"\",\"postal_code\":\"2\"")).isNew())
                .isTrue();
    }

    @Test
    void takesNobodyWhereTwoLiveAtOneAddress() {
        people.keep(JAN);
        people.keep(with("\"street_address\":\"Weg 1\",\"email\":\"other@example.org\""));
        sql.sql("update contact_address set street_address = 'Lange Voorhout 9'")
                .update();

        assertThat(people.keep(with("\"email\":\"\"")).isNew()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"apple, false", "google, false", "venmo, false", "cc, true", "paypal, true"})
    void doesNotTrustTheNamesOfWallets(String method, boolean isNew) {
        people.keep(JAN);

        var kept = people.keep(
                with("\"first_name\":\"J\",\"last_name\":\"\",\"street_address\":\"\""), occasion(method, false));

        assertThat(kept.isNew()).isEqualTo(isNew);
        assertThat(people.one("select first_name from contact order by id limit 1"))
                .isEqualTo("Jan");
    }

    @Test
    void takesThePrimaryAddressWithTheNameFirst() {
        var married = people.keep(with("\"last_name\":\"Jansen\""));
        var elsewhere = people.keep(with("\"email\":\"other@example.org\",\"street_address\":\"Weg 1\""));
        people.addEmail(elsewhere.contactId(), "jan@example.org", "Home");
        assertThat(people.keep(JAN).contactId()).isEqualTo(elsewhere.contactId());

        var jan = people.keep(with("\"email\":\"third@example.org\",\"street_address\":\"Weg 2\""));
        sql.sql("update contact_email set email = 'jan@example.org' where contact_id = ?")
                .param(jan.contactId())
                .update();

        assertThat(people.keep(JAN).contactId()).isEqualTo(jan.contactId());
        assertThat(people.keep(JAN.replace("Jan\"", "X\""), occasion("apple", false))
                        .contactId())
                .isEqualTo(married.contactId()); // the oldest with that primary address
    }

    @Test
    void followsAWalletToItsOwner() {
        var payer = people.keep(with("\"external_identifier\":\"PAYERID7\""), occasion("paypal", false));
        var friend = people.keep(
                with(
                        "\"external_identifier\":\"@jan\",\"phone\":\"+31 70 1234567\",\"email\":\"v@example.org\",\"last_name\":\"V\""),
                occasion("venmo", false));

        assertThat(people.keep(
                                with("\"external_identifier\":\"PAYERID7\",\"email\":\"new@example.org\""),
                                occasion("paypal", false))
                        .contactId())
                .isEqualTo(payer.contactId());
        for (String told : List.of("\"phone\":\"+31-701234567\"", "\"email\":\"V@example.org\"", "\"phone\":\"1\"")) {
            String venmo = "{\"external_identifier\":\"@jan\"," + told + "}";
            assertThat(people.keep(venmo, occasion("venmo", false)).contactId()).isEqualTo(friend.contactId());
        }
        assertThat(people.strings(
                        "select email || ' ' || location_type || ' ' || is_primary from contact_email order by id"))
                .containsExactly(
                        "Jan@example.org PayPal true", "v@example.org Venmo true", "new@example.org PayPal false");
    }

    @Test
    void followsABankAccountToItsOnlyOwner() {
        var owner = people.keep(with("\"billing_email\":\"bank@example.org\""));
        String byBank =
                with("\"billing_email\":\"bank@example.org\",\"email\":\"new@example.org\",\"street_address\":\"\"");

        assertThat(people.keep(byBank).contactId()).isEqualTo(owner.contactId());
        assertThat(people.strings("select location_type from contact_email where email = 'bank@example.org'"))
                .containsExactly("ACH");
        people.addEmail(people.keep(with("\"last_name\":\"Jansen\"")).contactId(), "bank@example.org", "ACH");
        assertThat(people.keep(byBank.replace("new@", "newer@")).isNew()).isTrue();
    }

    @Test
    void believesWhoKnowsTheHashAndTheAddress() {
        var jan = people.keep(JAN);
        String claim = "\"contact_id\":%d,\"contact_hash\":\"%s\",\"last_name\":\"Jansen\"";

        var proven = people.keep(with(claim.formatted(jan.contactId(), people.hash(jan))));
        var wrongHash = people.keep(with(claim.formatted(jan.contactId(), "guess")));
        var wrongMail = people.keep(with(
                claim.formatted(jan.contactId(), people.hash(jan)) + ",\"email\":\"x@example.org\",\"city\":\"\""));

        assertThat(proven).isEqualTo(new Kept(jan.contactId(), false, null));
        assertThat(people.one("select last_name from contact order by id limit 1"))
                .isEqualTo("Jansen");
        assertThat(wrongHash.referralId()).isEqualTo(jan.contactId());
        assertThat(wrongMail).isEqualTo(new Kept(wrongMail.contactId(), true, jan.contactId()));
    }

    @Test
    void believesALinkWhileItLives() {
        var jan = people.keep(JAN);
        var now = Instant.now();
        String claim =
                "\"email\":\"new@example.org\",\"street_address\":\"\",\"contact_id\":\"%d\",\"checksum\":\"%s\"";

        var proven = people.keep(with(claim.formatted(
                jan.contactId(),
                Checksum.make(jan.contactId(), people.hash(jan), now, "168").text())));
        var expired = people.keep(with(claim.formatted(
                        jan.contactId(),
                        Checksum.make(jan.contactId(), people.hash(jan), now.minusSeconds(169 * 3600), "168")
                                .text())
                .replace("new@", "newer@")));

        assertThat(proven).isEqualTo(new Kept(jan.contactId(), false, null));
        assertThat(people.strings("select email || ' ' || is_primary from contact_email where contact_id = "
                        + jan.contactId() + " order by id"))
                .containsExactly("Jan@example.org false", "new@example.org true");
        assertThat(expired).isEqualTo(new Kept(expired.contactId(), true, jan.contactId()));
    }

    @Test
    void followsTheContactsThatWereMerged() {
        var jan = people.keep(JAN);
        var twin = people.keep(with("\"email\":\"twin@example.org\",\"street_address\":\"Weg 1\""));
        var triplet = people.keep(with("\"email\":\"triplet@example.org\",\"street_address\":\"Weg 2\""));
        sql.sql("update contact set merged_into = ? where id = ?")
                .params(twin.contactId(), triplet.contactId())
                .update();
        sql.sql("update contact set merged_into = ? where id = ?")
                .params(jan.contactId(), twin.contactId())
                .update();
        var link = Checksum.make(triplet.contactId(), people.hash(triplet), Instant.now(), "1")
                .text();

        var kept = people.keep(with("\"contact_id\":%d,\"checksum\":\"%s\"".formatted(triplet.contactId(), link)));

        assertThat(kept).isEqualTo(new Kept(jan.contactId(), false, null));
        assertThat(contacts.living(triplet.contactId())).contains(jan.contactId());
        assertThat(people.keep(with("\"email\":\"twin@example.org\",\"street_address\":\"\""))
                        .isNew())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "\"nonsense\"", "0", "-1", "\"\"", "99999999999999999999999"})
    void ignoresAContactThatIsNone(String id) {
        var jan = people.keep(JAN);

        assertThat(people.keep(with("\"contact_id\":" + id))).isEqualTo(new Kept(jan.contactId(), false, null));
    }
}
