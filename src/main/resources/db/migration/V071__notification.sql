-- What somebody who may be a gateway told a listener, one row for each request that was kept: the evidence of what was believed
-- and what was not. Its content may tell of people and goes after 30 days; the shell stays.
create table notification (
    id             text        constraint notification_pk primary key, -- given by the listener
    gateway        text        not null,
    received_at    timestamptz not null,
    handled_at     timestamptz not null,
    remote_address text,
    headers        text        not null, -- JSON, those that the verifier looks at; text, as jsonb refuses some of what may come
    body           bytea       not null,
    body_sha256    bytea       not null,
    verdict        text        not null,
    reason         text        not null, -- of a verdict that is not GENUINE, without anything of the content
    news           integer     not null default 0,
    replayed       integer     not null default 0, -- what it says that had been told before
    purged_at      timestamptz, -- since then headers and body are empty, and the address is gone
    constraint notification_verdict_is_known check (verdict in ('GENUINE', 'FORGED', 'STALE', 'TO_BE_ASKED'))
);

create index notification_received_at on notification (received_at) where purged_at is null;
comment on index notification_received_at is 'what is old enough to lose its content';

create index notification_not_believed on notification (gateway, received_at) where verdict <> 'GENUINE';
comment on index notification_not_believed is 'who tries to be a gateway; what a gateway has not vouched for yet';
