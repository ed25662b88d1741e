-- What one unit of a currency is worth in US dollars, from a time on. The newest rate from before a gift counts for it.
-- Newer rates are added, old ones stay: a refund years later needs them.
create table exchange_rate (
    currency   text        not null,
    usd_value  numeric     not null,
    valid_from timestamptz not null,
    constraint exchange_rate_pk primary key (currency, valid_from),
    constraint exchange_rate_currency_is_a_code check (currency ~ '^[A-Z]{3}$'),
    constraint exchange_rate_is_positive check (usd_value > 0)
);
