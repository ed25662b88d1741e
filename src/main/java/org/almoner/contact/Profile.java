package org.almoner.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the row of a contact says, as a message tells it or as it is known; null where nothing is said. */
final class Profile {

    /** In the order of {@link #columns()}. */
    static final String COLUMNS =
            """
            c.first_name, c.middle_name, c.last_name, c.first_name_phonetic, c.last_name_phonetic, c.prefix, c.suffix,
            c.addressee, c.organization_name, c.partner_name, c.legal_identifier, c.employer_name, c.employer_id,
            c.preferred_language, c.paypal_payer_id, c.venmo_user_name, c.external_identifier,
            c.opt_in, c.opt_out, c.do_not_email, c.do_not_solicit
            """;

    private static final int COUNT = 21;

    private final @Nullable Object[] columns;

    private Profile(@Nullable Object... columns) {
        this.columns = columns;
    }

    static Profile told(Donor donor, PersonName name, Occasion occasion) {
        Wallet wallet = donor.externalIdentifier() == null ? null : occasion.wallet();
        return new Profile(
                name.firstName(),
                name.middleName(),
                name.lastName(),
                name.firstNamePhonetic(),
                name.lastNamePhonetic(),
                name.prefix(),
                name.suffix(),
                name.fullName(),
                name.organizationName(),
                name.partnerFullName(),
                donor.legalIdentifier(),
                donor.employer(),
                donor.employerId(),
                donor.language(),
                wallet == Wallet.PAYPAL ? donor.externalIdentifier() : null,
                wallet == Wallet.VENMO ? donor.externalIdentifier() : null,
                wallet == null && donor.externalIdentifier() != null
                        ? occasion.gateway() + ":" + donor.externalIdentifier()
                        : null,
                donor.consent().optIn(),
                donor.consent().optOut(),
                donor.consent().doNotEmail(),
                donor.consent().doNotSolicit());
    }

    /** From a row that begins with {@link #COLUMNS}. */
    static Profile known(ResultSet row) throws SQLException {
        var columns = new @Nullable Object[COUNT];
        for (int i = 0; i < COUNT; i++) {
            columns[i] = row.getObject(i + 1);
        }
        return new Profile(columns);
    }

    boolean tellsNewsAfter(Profile known) {
        for (int i = 0; i < COUNT; i++) {
            if (columns[i] != null && !Objects.equals(columns[i], known.columns[i])) {
                return true;
            }
        }
        return false;
    }

    boolean hasName() {
        return columns[0] != null || columns[2] != null;
    }

    /** The columns as parameters of a statement, and more of them. */
    @Nullable
    Object[] columnsAnd(@Nullable Object... more) {
        return Stream.concat(Arrays.stream(columns), Arrays.stream(more)).toArray();
    }
}
