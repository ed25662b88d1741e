-- Messages that were not handled, kept until somebody decides on them: one row for each queue and content. Requeueing is a
-- state: kept -> requeued -> handled, or kept again.
create table dead_letter (
    id              bigint      generated always as identity primary key,
    queue           text        not null,
    body            bytea       not null, -- as received: jsonb and text refuse some of what may come
    body_sha256     bytea       not null,
    gateway         text,
    order_id        text,
    gateway_txn_id  text,
    kind            text        not null,
    error           text        not null, -- the last, in words, without the message's content
    first_error     text        not null,
    trace           text        not null,
    attempts        integer     not null,
    state           text        not null,
    first_failed_at timestamptz not null,
    failed_at       timestamptz not null,
    retry_at        timestamptz,
    constraint dead_letter_once_for_queue_and_content unique (queue, body_sha256),
    constraint dead_letter_kind_is_known check (kind in ('invalid', 'not_yet', 'bug')),
    constraint dead_letter_state_is_known check (state in ('kept', 'requeued', 'handled')),
    constraint dead_letter_only_a_kept_one_is_retried check (retry_at is null or state = 'kept')
);

create index dead_letter_retry on dead_letter (retry_at, id) where retry_at is not null;
comment on index dead_letter_retry is 'what is to be requeued next, oldest first';

create index dead_letter_requeued on dead_letter (queue) where state = 'requeued';
comment on index dead_letter_requeued is 'whether a message that was handled just now is a requeued dead letter';

create index dead_letter_order on dead_letter (order_id, gateway);
comment on index dead_letter_order is 'what failed for an order';

create index dead_letter_gateway_txn on dead_letter (gateway_txn_id, gateway);
comment on index dead_letter_gateway_txn is 'what failed for a payment at its gateway';

create index dead_letter_failed_at on dead_letter (failed_at);
comment on index dead_letter_failed_at is 'what failed lately, and what is old enough to lose its personal data';
