-- One row for each message of the queues that payment services put into what they could not handle: archived as it came, with
-- what was known of its transaction. Rows stay; their content goes with age.
create table dead_letter_event (
    id               uuid        constraint dead_letter_event_pk primary key,
    queue_name       text        not null,
    inserted_at      timestamptz not null,
    data             bytea       not null, -- as received: it may be anything
    reason           text,
    transaction_id   text,
    transaction_info jsonb       not null,
    purged_at        timestamptz
);

comment on column dead_letter_event.reason is 'the category that its sender put it under, if the message says so';
comment on column dead_letter_event.transaction_info is 'what the payment had come to when this was archived; {} when nothing is known';
comment on column dead_letter_event.purged_at is 'since then the data are empty';

create index dead_letter_event_inserted_at on dead_letter_event (inserted_at, queue_name);
comment on index dead_letter_event_inserted_at is 'what came lately, and what is old enough to lose its data';

create index dead_letter_event_transaction_id on dead_letter_event (transaction_id);
comment on index dead_letter_event_transaction_id is 'what could not be handled of a transaction';

create index dead_letter_event_reason on dead_letter_event (reason, inserted_at);
comment on index dead_letter_event_reason is 'what somebody has to check by hand';
