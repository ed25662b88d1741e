-- Where each payment stands: one row for each that was activated, the sum of its events and written with them. Only there
-- to be searched; it can be made anew from transaction_event.
create table transaction_view (
    transaction_id text        constraint transaction_view_pk primary key,
    status         text        not null,
    created_at     timestamptz not null,
    last_event_at  timestamptz not null,
    event_count    integer     not null,
    decide_by      timestamptz,
    constraint transaction_view_status_is_known check (status in (
        'ACTIVATED', 'AUTHORIZATION_REQUESTED', 'AUTHORIZATION_COMPLETED', 'CANCELLATION_REQUESTED', 'CLOSURE_REQUESTED',
        'CLOSURE_ERROR', 'CLOSED', 'NOTIFIED_KO', 'NOTIFICATION_ERROR', 'NOTIFICATION_REQUESTED', 'EXPIRED_NOT_AUTHORIZED',
        'CANCELED', 'UNAUTHORIZED', 'NOTIFIED_OK', 'EXPIRED', 'REFUND_REQUESTED', 'REFUND_ERROR', 'REFUNDED',
        'CANCELLATION_EXPIRED'))
);

comment on column transaction_view.event_count is 'of how many events it is the sum: a sum of fewer never replaces it';
comment on column transaction_view.decide_by is 'of an expired payment whose refund is not decided: when it is asked for again';

create index transaction_view_open on transaction_view (created_at, transaction_id)
    where status in ('ACTIVATED', 'AUTHORIZATION_REQUESTED', 'AUTHORIZATION_COMPLETED', 'CANCELLATION_REQUESTED',
        'CLOSURE_REQUESTED', 'CLOSURE_ERROR', 'CLOSED', 'NOTIFIED_KO', 'NOTIFICATION_ERROR', 'NOTIFICATION_REQUESTED');
comment on index transaction_view_open is 'what may expire, oldest first, page by page';

create index transaction_view_undecided on transaction_view (decide_by, transaction_id) where decide_by is not null;
comment on index transaction_view_undecided is 'expired payments that somebody should have decided on by now, oldest first';
