-- What happened to payments that ended long ago: their rows of transaction_event and transaction_view, moved as they were, a
-- payment at a time with all its events. Whoever still looks for one looks here; nothing deletes them.
create table transaction_event_history (
    like transaction_event,
    constraint transaction_event_history_pk primary key (id)
);

create index transaction_event_history_transaction_id on transaction_event_history (transaction_id, number);
comment on index transaction_event_history_transaction_id is 'all events of a payment';

create table transaction_view_history (
    like transaction_view,
    constraint transaction_view_history_pk primary key (transaction_id)
);

-- EXPIRED is the end only once its refund was decided
create index transaction_view_ended on transaction_view (last_event_at, transaction_id)
    where status in ('EXPIRED_NOT_AUTHORIZED', 'CANCELED', 'UNAUTHORIZED', 'NOTIFIED_OK', 'REFUNDED', 'CANCELLATION_EXPIRED')
        or (status = 'EXPIRED' and decide_by is null);
comment on index transaction_view_ended is 'what has ended and may be moved to history, oldest first, page by page';
