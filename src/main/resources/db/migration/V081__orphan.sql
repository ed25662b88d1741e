-- One row for each pending payment that nobody came back from in time, and whose gateway is asked about it: how far that has
-- come and what was decided. The donor stays with the pending payment. Rows go with age, by the caretaker purge-orphans.
create table orphan (
    pending_id               bigint      constraint orphan_pk primary key, -- of pending_payment, whose row may be gone
    gateway                  text        not null,
    order_id                 text,
    gateway_txn_id           text,
    contribution_tracking_id bigint,
    donor                    text, -- digest of the e-mail address: tells that two payments are one person's, not whose
    begun_at                 timestamptz not null,
    state                    text        not null,
    round                    integer     not null default 1, -- how often the gateway was asked; an answer to an older round is late
    asked_at                 timestamptz not null,
    decision                 text,
    reason                   text,
    validation_action        text,
    decided_at               timestamptz, -- for good; the times of all else are those of the calls
    look_again_at            timestamptz, -- by a run, if nothing has come of it by then
    alerted_at               timestamptz,
    constraint orphan_state_is_known check (state in ('ASKED', 'ACTING', 'LEFT', 'DECIDED')),
    constraint orphan_decision_is_known check (decision in
        ('COMPLETE', 'FAILED', 'CANCELLED', 'UNRESOLVABLE', 'ELSEWHERE', 'CAPTURE', 'CANCEL', 'LEAVE')),
    constraint orphan_is_looked_at_again_until_decided check (
        (state = 'DECIDED') = (decided_at is not null) and (decided_at is null) = (look_again_at is not null))
);

create unique index orphan_order_in_hand on orphan (gateway, order_id) where state in ('ASKED', 'ACTING');
comment on index orphan_order_in_hand is 'of several attempts with one order one is looked at; whether one is';

create index orphan_donor on orphan (donor) where decision in ('CAPTURE', 'COMPLETE');
comment on index orphan_donor is 'whether a donor has another payment that was, or is being, captured';

create index orphan_visit on orphan (contribution_tracking_id) where decision in ('CAPTURE', 'COMPLETE');
comment on index orphan_visit is 'whether a visit has another payment that was, or is being, captured';

create index orphan_order on orphan (order_id, gateway);
comment on index orphan_order is 'what was decided about an order';

create index orphan_begun_at on orphan (begun_at);
comment on index orphan_begun_at is 'those that are old enough to be forgotten';

drop index pending_payment_gateway_date; -- the one below does what it did
create index pending_payment_unresolved on pending_payment (gateway, payment_method, date, id) where resolved_at is null;
comment on index pending_payment_unresolved is 'the oldest unresolved ones of a gateway and method, page by page';
