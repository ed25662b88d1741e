-- Who may run a batch job: one row for each job. Whoever takes a lease counts its epoch up; a lease that has an owner and whose
-- time is over means a run that somebody left in the middle. Rows stay.
create table lease (
    name  text        constraint lease_pk primary key,
    epoch bigint      not null,
    owner text, -- null when nobody has left anything to do
    until timestamptz not null, -- by the clock of PostgreSQL, like every time here
    constraint lease_epoch_is_a_key unique (name, epoch)
);
comment on constraint lease_epoch_is_a_key on lease is
    'makes the epoch part of a key: a chunk that has proved it (for key share) holds up a takeover, but no renewal';
