package org.almoner.contact;

import java.util.List;
import java.util.Optional;
import org.almoner.queue.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Which contact a message means; the older one where several could be meant. */
@Repository
class Matches {

    private static final String BY_ID = Known.SELECT.formatted(
            """
            with recursive merged (id, merged_into) as (
                select id, merged_into from contact where id = ?
                union all select c.id, c.merged_into from merged join contact as c on c.id = merged.merged_into)
            select id from merged where merged_into is null
            """);

    private static final String BY_VENMO_ACCOUNT = Known.SELECT.formatted(
            """
            select contact_id from (
                select contact_id, 1 as place from contact_phone where digits = ?
                union all
                select contact_id, 2 from contact_email where lower(email) = lower(?) and location_type = 'Venmo'
                union all
                select id, 3 from contact where venmo_user_name = ?) as candidate
            join contact as c on c.id = contact_id and c.merged_into is null
            order by place, contact_id limit 1
            """);

    private static final String BY_PAYPAL_ACCOUNT = Known.SELECT.formatted(
            "select id from contact where paypal_payer_id = ? and merged_into is null order by id limit 1");

    private static final String BY_BANK_ACCOUNT = Known.SELECT.formatted(
            """
            select min(contact_id) from contact_email
            join contact as c on c.id = contact_id and c.merged_into is null
            where lower(email) = lower(?) and location_type = 'ACH' having count(*) = 1
            """);

    private static final String BY_ORGANIZATION = Known.SELECT.formatted(
            """
            select id from contact
            where lower(organization_name) = lower(?) and last_name is null and merged_into is null
            order by id limit 1
            """);

    /** E-mail address and postal address are asked for at once: most new donors have both. */
    private static final String BY_NAME_AND_PLACE = Known.SELECT.formatted(
            """
            with told (first_name, last_name, is_unsure, location_type, email, postal_code, city, street) as (values
                (lower(?::text), lower(?::text), ?::boolean, ?::text, lower(?::text), ?::text, lower(?::text), lower(?::text)))
            select contact_id from (
                select e.contact_id, case
                    when e.is_primary and lower(c.first_name) = told.first_name and lower(c.last_name) = told.last_name then 1
                    when lower(c.first_name) = told.first_name and lower(c.last_name) = told.last_name then 2
                    when is_unsure and e.is_primary then 3
                    when e.location_type = told.location_type then 4
                    when is_unsure then 5 end as place
                from told
                join contact_email as e on lower(e.email) = told.email
                join contact as c on c.id = e.contact_id and c.merged_into is null
                union all
                select min(a.contact_id), 6
                from told
                join contact_address as a on a.is_primary and a.postal_code = told.postal_code
                    and lower(a.city) = told.city and lower(a.street_address) = told.street
                join contact as c on c.id = a.contact_id and c.merged_into is null
                    and lower(c.first_name) = told.first_name and lower(c.last_name) = told.last_name
                having count(*) = 1) as candidate
            where place is not null order by place, contact_id limit 1
            """);

    private final UnitOfWork unit;

    Matches(UnitOfWork unit) {
        this.unit = unit;
    }

    /** The contact itself, or the one that it was merged into. */
    Optional<Known> byId(long id) {
        return first(BY_ID, id);
    }

    /** Without a whole name nobody is found, unless the name would say little anyway. */
    Optional<Known> of(Donor donor, Occasion occasion) {
        if (!donor.name().isWhole() && !occasion.hasUnsureName()) {
            return donor.name().isOrganization()
                    ? first(BY_ORGANIZATION, donor.name().organizationName())
                    : Optional.empty();
        }
        return byWallet(donor, occasion.wallet())
                .or(() -> byBankAccount(donor.reach().billingEmail()))
                .or(() -> byNameAndPlace(donor, occasion));
    }

    private Optional<Known> byWallet(Donor donor, @Nullable Wallet wallet) {
        if (wallet == null || donor.externalIdentifier() == null) {
            return Optional.empty();
        }
        return wallet == Wallet.PAYPAL
                ? first(BY_PAYPAL_ACCOUNT, donor.externalIdentifier())
                : first(BY_VENMO_ACCOUNT, donor.reach().digits(), donor.reach().email(), donor.externalIdentifier());
    }

    private Optional<Known> byBankAccount(@Nullable String email) {
        return email == null ? Optional.empty() : first(BY_BANK_ACCOUNT, email);
    }

    private Optional<Known> byNameAndPlace(Donor donor, Occasion occasion) {
        var wallet = occasion.wallet();
        var address = donor.address().findsAPerson() ? donor.address() : PostalAddress.NONE;
        return first(
                BY_NAME_AND_PLACE,
                donor.name().firstName(),
                donor.name().lastName(),
                occasion.hasUnsureName(),
                wallet == null ? null : wallet.locationType,
                donor.reach().email(),
                address.postalCode(),
                address.city(),
                address.streetAddress());
    }

    private Optional<Known> first(String sql, @Nullable Object... parameters) {
        List<Known> found = unit.read(sql, Known::read, parameters);
        return found.stream().findFirst();
    }
}
