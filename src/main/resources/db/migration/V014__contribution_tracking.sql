-- One row for each visit to a donation form, and the contribution that came of it. The id comes from the sequence that
-- the front ends share. Banner reports read it for years; nobody deletes it.
-- Names stand here where others keep ids of option lists: a list of our own would only repeat what producers send.
create table contribution_tracking (
    id                    bigint constraint contribution_tracking_pk primary key,
    contribution_id       bigint,
    tracking_date         timestamptz,
    amount                numeric(20, 3),
    usd_amount            numeric(20, 2),
    currency              text,
    is_recurring          boolean,
    referrer              text,
    utm_source            text,
    utm_medium            text,
    utm_campaign          text,
    utm_key               text,
    gateway               text,
    appeal                text,
    payments_form_variant text,
    banner                text,
    banner_variant        text,
    landing_page          text,
    payment_method        text,
    payment_submethod     text,
    language              text,
    country               text,
    os                    text,
    os_version            text,
    browser               text,
    browser_version       text,
    recurring_choice_id   smallint,
    device_type_id        smallint,
    banner_size_id        smallint,
    is_test_variant       boolean,
    is_pay_fee            boolean,
    mailing_identifier    text,
    banner_history_log_id text,
    screen_width          bigint,
    screen_height         bigint,
    app_install_id        text,
    constraint contribution_tracking_id_positive check (id > 0),
    constraint contribution_tracking_recurring_choice check (recurring_choice_id in (1, 2)),
    constraint contribution_tracking_device_type check (device_type_id in (1, 2)),
    constraint contribution_tracking_banner_size check (banner_size_id in (1, 2, 3))
);

comment on column contribution_tracking.recurring_choice_id is '1 asked after a single gift, 2 of their own accord';
comment on column contribution_tracking.device_type_id is '1 desktop, 2 mobile';
comment on column contribution_tracking.banner_size_id is '1 large, 2 small, 3 other';

create index contribution_tracking_contribution_id on contribution_tracking (contribution_id)
    where contribution_id is not null;
comment on index contribution_tracking_contribution_id is 'the visit that a contribution came of';

create index contribution_tracking_tracking_date on contribution_tracking (tracking_date);
comment on index contribution_tracking_tracking_date is 'the visits of a day or a campaign''s weeks, for reports';
