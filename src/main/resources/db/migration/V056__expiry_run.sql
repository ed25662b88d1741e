-- What each run of the caretaker that expires payments looked at, and how far it has come: written with each chunk. The newest
-- one says where the next begins. One row an hour; they stay.
create table expiry_run (
    tick          timestamptz constraint expiry_run_pk primary key, -- of the schedule; a tick is run once
    started_at    timestamptz not null,
    created_from  timestamptz not null, -- the window: payments that were created from here …
    created_until timestamptz not null, -- … until here
    deadline      timestamptz not null, -- past it no further page is read
    spread_millis bigint      not null, -- over which the messages arrive
    found         bigint      not null,
    expired       bigint      not null default 0,
    waiting       bigint      not null default 0, -- for their receipt: looked at again by the next run
    settled       bigint      not null default 0, -- between the look at the view and the look at the events
    set_aside     bigint      not null default 0, -- see expiry_set_aside
    failed        bigint      not null default 0, -- refused by the database: set aside, too
    reached       timestamptz not null, -- everything created before was looked at
    first_waiting timestamptz,
    progress_at   timestamptz not null,
    ended_at      timestamptz,
    remaining     bigint generated always as (greatest(0, found - expired - waiting - settled - set_aside - failed)) stored,
    lag           interval    generated always as (created_until - reached) stored,
    duration      interval    generated always as (coalesce(ended_at, progress_at) - started_at) stored,
    watermark     timestamptz generated always as (least(reached, first_waiting)) stored
);

comment on column expiry_run.watermark is 'nothing that was created before is open, unless it came or came back to life later, or is set aside';

create index expiry_run_started_at on expiry_run (started_at);
comment on index expiry_run_started_at is 'the newest run';
