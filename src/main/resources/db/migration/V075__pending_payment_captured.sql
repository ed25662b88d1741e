-- Once its gateway has captured it for us, a pending payment is called as the gateway calls it, and says so: nobody captures
-- another authorisation of the same order after that.
alter table pending_payment add column captured_at timestamptz;

comment on column pending_payment.captured_at is 'when we learned that it was captured; null: not by us, or not yet';
