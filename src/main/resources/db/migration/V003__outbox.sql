-- Follow-ups that are committed and not yet pushed to their queue. The relay deletes them when it has pushed them.
create table outbox (
    id     bigint      generated always as identity primary key,
    queue  text        not null,
    body   bytea       not null,
    as_is  boolean     not null default false, -- a requeued dead letter goes back byte for byte, without new source_* fields
    due_at timestamptz not null,
    constraint outbox_queue_has_a_name check (queue <> '')
);

create index outbox_due on outbox (due_at, id);
comment on index outbox_due is 'what the relay pushes next, in order';

-- Numbers the turns of the relay: Redis refuses the pushes of all turns but the newest.
create sequence relay_turn;
