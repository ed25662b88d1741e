-- One row for each donor, and for everybody else who gave us an address: the donor database's idea of a person. Nobody
-- deletes contacts; of two that turned out to be one person, the older stays and the younger points to it.
create sequence contact_id;

create table contact (
    id                  bigint      not null default nextval('contact_id') constraint contact_pk primary key,
    first_name          text,
    middle_name         text,
    last_name           text,
    first_name_phonetic text,
    last_name_phonetic  text,
    prefix              text,
    suffix              text,
    addressee           text,
    organization_name   text,
    partner_name        text,
    legal_identifier    text,
    employer_name       text,
    employer_id         bigint,
    preferred_language  text,
    source              text,
    hash                text        not null default replace(gen_random_uuid()::text, '-', ''),
    external_identifier text,       -- an id that is not one of the wallets' below
    paypal_payer_id     text,
    venmo_user_name     text,
    opt_in              boolean,    -- null: never asked
    opt_in_campaign     text,
    opt_in_source       text,
    opt_in_medium       text,
    opt_out             boolean     not null default false, -- from all bulk mail
    do_not_email        boolean     not null default false,
    do_not_solicit      boolean     not null default false,
    merged_into         bigint      constraint contact_merged_into_fk references contact deferrable initially deferred,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    constraint contact_names_fit check (char_length(first_name) <= 64 and char_length(last_name) <= 64
        and char_length(middle_name) <= 64 and char_length(legal_identifier) <= 32 and char_length(addressee) <= 128
        and char_length(organization_name) <= 128),
    constraint contact_is_not_merged_into_itself check (merged_into <> id)
);

create index contact_paypal_payer_id on contact (paypal_payer_id) where paypal_payer_id is not null;
comment on index contact_paypal_payer_id is 'the donor of a PayPal payment';

create index contact_venmo_user_name on contact (venmo_user_name) where venmo_user_name is not null;
comment on index contact_venmo_user_name is 'the donor of a Venmo payment';

create table contact_email (
    id            bigint      generated always as identity constraint contact_email_pk primary key,
    contact_id    bigint      not null constraint contact_email_contact_fk references contact deferrable initially deferred,
    email         text        not null,
    location_type text        not null default 'Home',
    is_primary    boolean     not null,
    on_hold_at    timestamptz, -- since then mail to it comes back
    snooze_until  date,
    constraint contact_email_fits check (char_length(email) between 1 and 254)
);

create index contact_email_address on contact_email (lower(email));
comment on index contact_email_address is 'the contacts with an e-mail address, in whatever case it is written';

create unique index contact_email_once on contact_email (contact_id, lower(email));
comment on index contact_email_once is 'the addresses of a contact; each of them once';

create unique index contact_email_primary on contact_email (contact_id) where is_primary;
comment on index contact_email_primary is 'where mail to a contact goes';

create table contact_address (
    id             bigint      generated always as identity constraint contact_address_pk primary key,
    contact_id     bigint      not null constraint contact_address_contact_fk references contact deferrable initially deferred,
    street_address text,
    supplemental_1 text,
    supplemental_2 text,
    city           text,
    state_province text,
    postal_code    text,
    country        text,
    location_type  text        not null default 'Home',
    is_primary     boolean     not null,
    constraint contact_address_country_is_a_code check (country ~ '^[A-Z]{2}$')
);

create unique index contact_address_location on contact_address (contact_id, location_type);
comment on index contact_address_location is 'the addresses of a contact; one of each kind';

create unique index contact_address_primary on contact_address (contact_id) where is_primary;
comment on index contact_address_primary is 'where letters to a contact go';

create index contact_address_place on contact_address (postal_code, lower(city), lower(street_address)) where is_primary;
comment on index contact_address_place is 'a donor without an e-mail address, by name and address';

create table contact_phone (
    id            bigint  generated always as identity constraint contact_phone_pk primary key,
    contact_id    bigint  not null constraint contact_phone_contact_fk references contact deferrable initially deferred,
    phone         text,   -- null: only the sender of text messages knows it, by its recipient id
    digits        text    generated always as (regexp_replace(phone, '[^0-9]', '', 'g')) stored,
    source        text,
    recipient_id  bigint,
    sms_opt_in    boolean,
    is_primary    boolean not null,
    constraint contact_phone_is_known check (phone is not null or recipient_id is not null)
);

create index contact_phone_digits on contact_phone (digits);
comment on index contact_phone_digits is 'the donor of a Venmo payment, by telephone number however it is written';

create index contact_phone_contact on contact_phone (contact_id);
comment on index contact_phone_contact is 'the telephone numbers of a contact';
