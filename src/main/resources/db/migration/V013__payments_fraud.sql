-- How risky a payment looked, one row for each payment; and the latest score of each filter that was asked about it.
-- The donor's address is personal data: whoever deletes a payment deletes its row here, and the scores go with it.
create table payments_fraud (
    id                       bigint generated always as identity constraint payments_fraud_pk primary key,
    contribution_tracking_id bigint      not null,
    gateway                  text        not null,
    order_id                 text        not null,
    validation_action        text        not null,
    user_ip                  inet,
    payment_method           text        not null,
    risk_score               numeric     not null,
    server                   text,
    date                     timestamptz not null,
    constraint payments_fraud_payment unique (contribution_tracking_id, order_id),
    constraint payments_fraud_gateway_length check (char_length(gateway) <= 255),
    constraint payments_fraud_order_id_length check (char_length(order_id) between 1 and 255),
    constraint payments_fraud_validation_action_length check (char_length(validation_action) <= 16),
    constraint payments_fraud_payment_method_length check (char_length(payment_method) <= 16),
    constraint payments_fraud_risk_score_cap check (risk_score between -100000000 and 100000000),
    constraint payments_fraud_server_length check (char_length(server) <= 64)
);

comment on column payments_fraud.server is 'unknown while only a job, not the front end, has told of the payment';

create index payments_fraud_order_id_gateway on payments_fraud (order_id, gateway);
comment on index payments_fraud_order_id_gateway is 'the risk of a payment that a gateway asks us about';

create index payments_fraud_date on payments_fraud (date);
comment on index payments_fraud_date is 'the checks of a day; those past their age limit';

create index payments_fraud_user_ip on payments_fraud (user_ip, date);
comment on index payments_fraud_user_ip is 'how often an address has tried lately';

create table payments_fraud_breakdown (
    payments_fraud_id bigint  not null,
    filter_name       text    not null,
    risk_score        numeric not null,
    constraint payments_fraud_breakdown_pk primary key (payments_fraud_id, filter_name),
    constraint payments_fraud_breakdown_payments_fraud
        foreign key (payments_fraud_id) references payments_fraud on delete cascade deferrable initially deferred,
    constraint payments_fraud_breakdown_filter_name_length check (char_length(filter_name) <= 64),
    constraint payments_fraud_breakdown_risk_score_cap check (risk_score between -100000000 and 100000000)
);
