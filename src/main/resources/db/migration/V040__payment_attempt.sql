-- One row for each order that somebody tried to pay: how risky it looked, and how it ended. The user agent is personal data:
-- whoever deletes a payment deletes its row here.
create table payment_attempt (
    order_id                   text        not null constraint payment_attempt_pk primary key,
    contribution_tracking_id   bigint,
    gateway                    text,
    amount                     numeric,
    currency                   text,
    country                    text,
    risk_score                 numeric,
    user_agent                 text,
    date                       timestamptz,
    auth_decline               boolean,    -- null: the service that watches has not said
    blocked_by_filter          boolean,
    fraud_flagged_by_processor boolean,
    constraint payment_attempt_order_id_fits check (char_length(order_id) between 1 and 255)
);

create index payment_attempt_visit on payment_attempt (contribution_tracking_id);
comment on index payment_attempt_visit is 'all that was tried in one visit to a donation form';

create index payment_attempt_date on payment_attempt (date);
comment on index payment_attempt_date is 'the attempts of a day; those past their age limit';
