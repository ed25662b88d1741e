-- Which log of banners seen belongs to which visit; kept as long as the visit.
create table banner_history_contribution (
    contribution_tracking_id bigint not null,
    banner_history_log_id    text   not null,
    constraint banner_history_contribution_pk primary key (contribution_tracking_id, banner_history_log_id),
    constraint banner_history_contribution_log_id check (banner_history_log_id ~ '^[0-9a-f]{10,20}$')
);
