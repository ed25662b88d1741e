-- One row for each thing that a gateway is to be asked: written by the unit of work that wants it, asked after its commit,
-- answered once. Whoever wants the same again finds it done, so rows stay for longer than anybody captures a payment; then a
-- caretaker deletes them.
create table gateway_call (
    key            text        constraint gateway_call_pk primary key,
    gateway        text        not null,
    account        text,
    ask            text        not null,
    order_id       text,
    gateway_txn_id text,
    session_id     text,
    amount         numeric,
    currency       text,
    purpose        text        not null,
    context        text        not null, -- JSON of whoever goes on with the answer
    intended_at    timestamptz not null,
    due_at         timestamptz, -- when to ask, or to ask again; null: answered
    tries          integer     not null default 0,
    asked_at       timestamptz,
    answered_at    timestamptz,
    outcome        text,
    reason         text, -- of the last try that failed, or of the answer
    constraint gateway_call_ask_is_known check (ask in
        ('STATUS', 'CAPTURE', 'CANCEL', 'REFUND', 'TOKENISE', 'FORGET', 'SUBSCRIBE', 'VERIFY', 'FETCH')),
    constraint gateway_call_outcome_is_known check (outcome in ('DONE', 'REFUSED', 'UNAVAILABLE')),
    constraint gateway_call_is_due_until_answered check ((due_at is null) = (outcome is not null)),
    constraint gateway_call_amount_has_a_currency check ((amount is null) = (currency is null))
);

create index gateway_call_due on gateway_call (gateway, due_at) where due_at is not null;
comment on index gateway_call_due is 'what is to be asked next, oldest first';

create index gateway_call_answered on gateway_call (answered_at);
comment on index gateway_call_answered is 'what is old enough to be forgotten';

create index gateway_call_order on gateway_call (order_id, gateway);
comment on index gateway_call_order is 'what a gateway was asked about an order';

create index gateway_call_txn on gateway_call (gateway_txn_id, gateway);
comment on index gateway_call_txn is 'what a gateway was asked about a payment';
