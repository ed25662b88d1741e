-- What each run of the caretaker that rectifies orphans found, and how far it has come: written with each chunk. What was decided
-- comes later, with the answers, and stands in orphan. One row every few minutes; they go with age, by purge-orphans.
create table orphan_run (
    run          bigint      constraint orphan_run_pk primary key, -- of Spring Batch: the instance of the job
    started_at   timestamptz not null,
    found        bigint      not null default 0,
    asked        bigint      not null default 0,
    unresolvable bigint      not null default 0, -- decided without asking
    passed_over  bigint      not null default 0, -- resolved meanwhile, or another attempt with the order is in hand
    oldest       timestamptz, -- date of the first that was found
    progress_at  timestamptz not null,
    ended_at     timestamptz,
    lag          interval    generated always as (started_at - oldest) stored
);

create index orphan_run_started_at on orphan_run (started_at);
comment on index orphan_run_started_at is 'the newest run; those that are old enough to be forgotten';
