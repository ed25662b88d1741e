-- What purges need: a mark on dead letters whose content is gone, and indexes that lead to what is old enough.
alter table dead_letter add column purged_at timestamptz;
alter table dead_letter add constraint dead_letter_a_purged_one_is_not_retried check (purged_at is null or retry_at is null);
comment on column dead_letter.purged_at is 'since then body and trace are empty; body_sha256 is still that of the message, which may come again';

create index pending_payment_resolved_at on pending_payment (resolved_at) where resolved_at is not null;
comment on index pending_payment_resolved_at is 'those that were resolved long enough ago to be purged';
