-- One row for each thing that gateways told us, by what makes it the same in whatever notification it comes. Some gateways sign no
-- time, so that what they signed once is genuine for ever: these rows are what keeps it from being done twice, and nobody
-- deletes them. They hold no personal data.
create table gateway_news (
    gateway         text        not null,
    key             text        not null,
    what            text        not null, -- in the gateway's word
    order_id        text,
    gateway_txn_id  text,
    notification_id text        not null,
    told_at         timestamptz not null,
    constraint gateway_news_pk primary key (gateway, key)
);

create index gateway_news_order on gateway_news (order_id, gateway);
comment on index gateway_news_order is 'what a gateway told of an order';

create index gateway_news_txn on gateway_news (gateway_txn_id, gateway);
comment on index gateway_news_txn is 'what a gateway told of a payment';

create index gateway_news_notification on gateway_news (notification_id);
comment on index gateway_news_notification is 'what a notification told';
