-- One row for each recurring gift, and for each token by which a gateway lets us charge again. Nobody deletes them.
create table payment_token (
    id         bigint      generated always as identity constraint payment_token_pk primary key,
    contact_id bigint      not null constraint payment_token_contact_fk references contact deferrable initially deferred,
    gateway    text        not null,
    token      text        not null,
    ip_address text,
    created_at timestamptz not null,
    constraint payment_token_once unique (gateway, token)
);

create index payment_token_contact on payment_token (contact_id);
comment on index payment_token_contact is 'by what a contact can be charged';

create sequence contribution_recur_id;

create table contribution_recur (
    id                            bigint      not null default nextval('contribution_recur_id') constraint contribution_recur_pk primary key,
    contact_id                    bigint      not null constraint contribution_recur_contact_fk references contact deferrable initially deferred,
    gateway                       text        not null,
    subscr_id                     text        not null,
    payment_token_id              bigint      constraint contribution_recur_payment_token_fk references payment_token deferrable initially deferred,
    processor_id                  text,
    invoice_id                    text,
    amount                        numeric     not null, -- in the donor's currency
    currency                      text        not null,
    frequency_unit                text        not null default 'month',
    frequency_interval            integer     not null default 1,
    installments                  integer     not null default 0,
    cycle_day                     integer     not null,
    status                        text        not null,
    financial_type                text        not null default 'Cash',
    payment_instrument            text,
    started_at                    timestamptz not null,
    created_at                    timestamptz not null,
    next_scheduled_at             timestamptz,
    failure_count                 integer     not null default 0,
    failure_retry_at              timestamptz,
    cancelled_at                  timestamptz,
    cancel_reason                 text,
    ended_at                      timestamptz,
    last_paid_at                  timestamptz, -- by a gateway that keeps the schedule: a cancellation from before it is overtaken
    processor_contact_id          text,
    initial_scheme_transaction_id text,
    payment_service_id            text,
    rescue_reference              text,
    original_country              text,
    constraint contribution_recur_subscription unique (gateway, subscr_id),
    constraint contribution_recur_status_is_known check (status in ('Pending', 'In Progress', 'Processing', 'Overdue', 'Failing',
        'Failed', 'Cancelled', 'Completed')),
    constraint contribution_recur_frequency_unit_is_known check (frequency_unit in ('month', 'year')),
    constraint contribution_recur_cycle_day_is_a_day check (cycle_day between 1 and 31)
);

create index contribution_recur_subscr_id on contribution_recur (subscr_id);
comment on index contribution_recur_subscr_id is 'the recurring gift of a message, which may name another gateway than the signup did';

create index contribution_recur_contact on contribution_recur (contact_id);
comment on index contribution_recur_contact is 'the recurring gifts of a contact';

create index contribution_recur_payment_token on contribution_recur (payment_token_id);
comment on index contribution_recur_payment_token is 'the recurring gift that is charged by a token';

create index contribution_recur_rescue on contribution_recur (rescue_reference) where rescue_reference is not null;
comment on index contribution_recur_rescue is 'the recurring gift whose payment a gateway is trying to rescue';
