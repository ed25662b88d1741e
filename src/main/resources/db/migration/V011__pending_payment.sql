-- One row for each message on the list "pending": a payment whose donor went to the gateway. Resolved rows stay for
-- those who look a payment up later; rows older than 30 days, personal data in them, are for a caretaker to delete.
create table pending_payment (
    id              bigint generated always as identity constraint pending_payment_pk primary key,
    date            timestamptz not null,
    gateway         text        not null,
    gateway_account text,
    order_id        text,
    gateway_txn_id  text,
    payment_method  text,
    message         text        not null,
    resolved_at     timestamptz,
    -- an index entry holds 2704 bytes: two texts of 255 characters always fit
    constraint pending_payment_gateway_length check (char_length(gateway) between 1 and 255),
    constraint pending_payment_gateway_account_length check (char_length(gateway_account) <= 255),
    constraint pending_payment_order_id_length check (char_length(order_id) <= 255),
    constraint pending_payment_gateway_txn_id_length check (char_length(gateway_txn_id) <= 255),
    constraint pending_payment_payment_method_length check (char_length(payment_method) <= 16),
    constraint pending_payment_can_be_found check (order_id <> '' or gateway_txn_id <> '')
);

comment on column pending_payment.message is 'as received, byte for byte; text, not jsonb, which costs a third of the write';
comment on column pending_payment.gateway_txn_id is 'empty: the front end said that there is none yet';

create index pending_payment_date on pending_payment (date);
comment on index pending_payment_date is 'those that are older than their age limit';

create index pending_payment_gateway_date on pending_payment (gateway, date);
comment on index pending_payment_gateway_date is 'the oldest of one gateway';

create index pending_payment_order_id_gateway on pending_payment (order_id, gateway);
comment on index pending_payment_order_id_gateway is 'the donor of a donation; what a failure resolves';

create index pending_payment_gateway_txn_id_gateway on pending_payment (gateway_txn_id, gateway);
comment on index pending_payment_gateway_txn_id_gateway is 'the donor of a line in a settlement report';
