package org.almoner.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.almoner.queue.InvalidMessage;
import org.almoner.wire.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DonorTest {

    record Gift(@JsonUnwrapped Donor donor, @Text String gateway) {}

    @Test
    void isPartOfALargerMessage() throws Exception {
        var gift = read("\"gateway\":\"adyen\",\"email\":\"j@example.org\",\"contact_id\":12,\"is_opt_out\":\"1\"");

        assertThat(gift.gateway()).isEqualTo("adyen");
        assertThat(gift.donor().reach().email()).isEqualTo("j@example.org");
        assertThat(gift.donor().claimed().id()).isEqualTo(12);
        assertThat(gift.donor().consent().optOut()).isTrue();
        assertThat(gift.donor().consent().optIn()).isNull();
        assertThat(gift.donor().address()).isEqualTo(PostalAddress.NONE);
    }

    @Test
    void showsNothingOfThePerson() throws Exception {
        var donor = read("\"email\":\"j@example.org\",\"last_name\":\"de Vries\",\"city\":\"Ede\"")
                .donor();

        assertThat(donor + " " + donor.name() + donor.address() + donor.reach() + donor.claimed())
                .doesNotContain("example", "Vries", "Ede");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    full_name: Asha Rao                          | -    | Asha   | -          | Rao          | -
                    full_name: Dr. Maria Anna van den Berg Jr.   | Dr.  | Maria  | Anna       | van den Berg | Jr.
                    full_name: Berg, Maria Anna                  | -    | Maria  | Anna       | Berg         | -
                    full_name: Madonna                           | -    | Madonna| -          | -            | -
                    full_name: John Smith, PhD                   | -    | John   | -          | Smith        | PhD
                    full_name: Asha Rao, last_name: Iyer         | -    | -      | -          | Iyer         | -
                    first_name: Tom &amp; Ann, last_name:  de  Wit | -  | Tom & Ann | -       | de Wit       | -
                    first_name: Anna\u3000Maria, last_name: \u00a0 | -  | Anna Maria | -      | -            | -
                    """)
    void hasTheNamesThatWereMeant(
            String fields,
            @Nullable String prefix,
            @Nullable String first,
            @Nullable String middle,
            @Nullable String last,
            @Nullable String suffix)
            throws Exception {
        var name = read(json(fields)).donor().name();

        assertThat(new String[] {name.prefix(), name.firstName(), name.middleName(), name.lastName(), name.suffix()})
                .containsExactly(prefix, first, middle, last, suffix);
    }

    @Test
    void hasNamesThatFit() throws Exception {
        var name =
                read("\"first_name\":\"%s\"".formatted("é".repeat(70))).donor().name();

        assertThat(name.firstName()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    street_address: N0NE PROVIDED, city: City/Town, postal_code: 0, country: US | -      | -   | -       | US
                    street_address: Weg 1, city: NoCity, postal_code: 2514 EA!, country: nl     | Weg 1  | -   | 2514 EA | NL
                    street_address: Weg 1, city: Ede, postal_code: 12-34/5, country: nl_NL      | Weg 1  | Ede | 12-345  | NL
                    street_address: Weg 1, city: City, postal_code: ***, country: Netherlands   | Weg 1  | -   | -       | NL
                    street_address: Weg 1, city: 0, country: XX                                 | Weg 1  | -   | -       | -
                    """)
    void livesWhereAnAddressSays(
            String fields,
            @Nullable String street,
            @Nullable String city,
            @Nullable String postalCode,
            @Nullable String country)
            throws Exception {
        var address = read(json(fields)).donor().address();

        assertThat(address).isEqualTo(new PostalAddress(street, null, null, city, null, postalCode, country));
    }

    @ParameterizedTest
    @CsvSource({"nl, nl", "es-419, es_MX", "pt-br, pt_BR", "EN_us, en_US", "zh-hans, zh_hans"})
    void speaksALanguage(String told, String code) throws Exception {
        assertThat(read(json("language: " + told)).donor().language()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"12345, 12345", "MTIzNDU=xy, 12345"})
    void isKnownByARecipientId(String told, String digits) throws Exception {
        assertThat(read(json("recipient_id: " + told)).donor().reach().recipientId())
                .isEqualTo(digits);
    }

    @Test
    void isRefusedWithARecipientIdThatIsNone() {
        assertThatThrownBy(() -> read(json("recipient_id: =garbage=")))
                .hasRootCauseInstanceOf(InvalidMessage.class)
                .rootCause()
                .hasMessageNotContaining("garbage");
    }

    @Test
    void optsOutOfNothingByOptingIn() throws Exception {
        assertThat(read(json("opt_in: 1")).donor().consent()).isEqualTo(new Consent(true, false, false, false));
        assertThat(read(json("opt_in: 0")).donor().consent()).isEqualTo(new Consent(false, null, null, null));
    }

    private static String json(String fields) {
        return "\"" + fields.replaceAll(", (?=[a-z_]+:)", "\", \"").replaceAll("([a-z_]+): ?", "$1\": \"") + "\"";
    }

    private static Gift read(String fields) throws JsonProcessingException {
        return new ObjectMapper()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue("{\"unknown\":{\"a\":[1]}," + fields + "}", Gift.class);
    }
}
