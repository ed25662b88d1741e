-- What a front end said became of a payment, one row for each payment. Holds no personal data; nobody deletes it.
create table payments_initial (
    id                       bigint generated always as identity constraint payments_initial_pk primary key,
    contribution_tracking_id bigint      not null,
    gateway                  text        not null,
    order_id                 text        not null,
    gateway_txn_id           text,
    validation_action        text        not null,
    payments_final_status    text        not null,
    failed                   boolean     not null,
    payment_method           text,
    payment_submethod        text,
    country                  text        not null,
    amount                   numeric     not null,
    currency_code            text        not null,
    server                   text        not null,
    date                     timestamptz not null,
    constraint payments_initial_payment unique (contribution_tracking_id, order_id),
    constraint payments_initial_gateway_length check (char_length(gateway) between 1 and 255),
    constraint payments_initial_order_id_length check (char_length(order_id) between 1 and 255),
    constraint payments_initial_gateway_txn_id_length check (char_length(gateway_txn_id) <= 255),
    constraint payments_initial_validation_action_length check (char_length(validation_action) <= 16),
    constraint payments_initial_payments_final_status_length check (char_length(payments_final_status) <= 16),
    constraint payments_initial_payment_method_length check (char_length(payment_method) <= 16),
    constraint payments_initial_payment_submethod_length check (char_length(payment_submethod) <= 32),
    constraint payments_initial_country_length check (char_length(country) <= 2),
    constraint payments_initial_currency_code_length check (char_length(currency_code) <= 3),
    constraint payments_initial_server_length check (char_length(server) <= 64)
);

comment on column payments_initial.failed is 'computed when written, so that the rule stands in one place';

create index payments_initial_order_id_gateway on payments_initial (order_id, gateway);
comment on index payments_initial_order_id_gateway is
    'whether a payment that is said to be pending has failed; the latest status where the gateway has none to tell';

create index payments_initial_date on payments_initial (date);
comment on index payments_initial_date is 'the payments of a day';
