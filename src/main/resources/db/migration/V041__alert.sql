-- What somebody should look at, one row for each: written in the unit of work that found it, told by a caretaker within a minute,
-- and deleted by it after 30 days. It names rows and gateways' ids, never a person.
create table alert (
    id        bigint      generated always as identity constraint alert_pk primary key,
    kind      text        not null,
    about     text        not null,
    raised_at timestamptz not null,
    told_at   timestamptz, -- in the log and the metrics
    mailed_at timestamptz
);

create index alert_untold on alert (id) where told_at is null;
comment on index alert_untold is 'what the caretaker is to tell next';

create index alert_unmailed on alert (kind, id) where mailed_at is null;
comment on index alert_unmailed is 'what the next mail of a kind is to say';

create index alert_mailed on alert (kind, mailed_at);
comment on index alert_mailed is 'when the last mail of a kind was sent';

create index alert_raised_at on alert (raised_at);
comment on index alert_raised_at is 'what is old enough to be deleted';

-- A message that will not be tried again by itself is told of once, whatever becomes of it later.
alter table dead_letter add column told_at timestamptz;

create index dead_letter_untold on dead_letter (id) where state = 'kept' and retry_at is null and told_at is null;
comment on index dead_letter_untold is 'what has been rejected and not been told of';
