-- The segments of each visit's utm_source, one row for each visit that has three or four of them; kept as long as the
-- visit.
create table contribution_source (
    contribution_tracking_id bigint constraint contribution_source_pk primary key,
    banner                   text not null,
    landing_page             text not null,
    payment_method           text not null,
    constraint contribution_source_banner_length check (char_length(banner) <= 128),
    constraint contribution_source_landing_page_length check (char_length(landing_page) <= 128),
    constraint contribution_source_payment_method_length check (char_length(payment_method) <= 128)
);

create index contribution_source_banner on contribution_source (banner);
comment on index contribution_source_banner is 'the visits that a banner brought';

create index contribution_source_landing_page on contribution_source (landing_page);
comment on index contribution_source_landing_page is 'the visits to a landing page';

create index contribution_source_payment_method on contribution_source (payment_method);
comment on index contribution_source_payment_method is 'the visits that chose a rare payment method';
