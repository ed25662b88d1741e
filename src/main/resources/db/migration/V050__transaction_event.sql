-- What happened to each payment: one row for each event, never changed; where a payment stands is what its events add up to.
-- Whoever appends number n+1 has read n events: of two who read the same, one is refused. Old ones move to history.
create table transaction_event (
    id             uuid        constraint transaction_event_pk primary key,
    transaction_id text        not null,
    number         integer     not null,
    event_code     text        not null,
    version        smallint    not null default 2,
    created_at     timestamptz not null,
    data           jsonb       not null default '{}',
    constraint transaction_event_number unique (transaction_id, number),
    constraint transaction_event_transaction_id_length check (char_length(transaction_id) = 32),
    constraint transaction_event_number_is_positive check (number > 0),
    constraint transaction_event_version_is_known check (version in (1, 2))
);

comment on column transaction_event.number is 'place in the order of arrival; they are read in the order of created_at, then of this';
comment on column transaction_event.version is 'of the wire format: payments of version 1 know fewer states';
