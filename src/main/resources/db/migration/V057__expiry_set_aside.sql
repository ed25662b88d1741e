-- Payments that should expire and cannot, because their events cannot be read or were refused: one row for each, with the reason
-- of the last try. Each run tries them again while they are in its window. An operator deletes the row of what is repaired.
create table expiry_set_aside (
    transaction_id text        constraint expiry_set_aside_pk primary key,
    reason         text        not null,
    tries          integer     not null default 1,
    first_at       timestamptz not null,
    last_at        timestamptz not null
);
