-- What the business calls the same message is handled once: one row for each message key that was handled. Kept for 30
-- days and deleted by age in pages; where "once" means for ever, a unique constraint of the domain says so.
-- Not partitioned: a primary key that contained the day could not guard across days.
create table handled_message (
    message_key text        primary key,
    handled_at  timestamptz not null
);

create index handled_message_handled_at on handled_message using brin (handled_at);
comment on index handled_message_handled_at is 'keys that are old enough to be deleted; rows come in the order of time, so a few pages of index do';
