-- What the gift data of a contribution may be filled with: one row for each option of a list. Whoever begins a campaign
-- or a fund adds a row; nobody deletes one that contributions name. Appeals have no list: any text is one.
create table gift_option (
    list  text not null,
    value text not null,
    label text not null,
    constraint gift_option_pk primary key (list, value),
    constraint gift_option_list_is_known check (list in ('Campaign', 'Channel', 'Fund'))
);

insert into gift_option (list, value, label)
select list, label, label
from (values
    ('Campaign', 'Online Gift'),
    ('Campaign', 'Community Gift'),
    ('Campaign', 'Benefactor Gift'),
    ('Campaign', 'Foundation Gift'),
    ('Campaign', 'Matching Gift'),
    ('Campaign', 'Legacy Gift'),
    ('Channel', 'Recurring Gift'),
    ('Channel', 'SMS'),
    ('Channel', 'Direct Mail'),
    ('Channel', 'Desktop'),
    ('Channel', 'Mobile'),
    ('Channel', 'Other Banner'),
    ('Channel', 'Sidebar'),
    ('Channel', 'Email'),
    ('Channel', 'Portal'),
    ('Channel', 'Wikimedia Portal'),
    ('Channel', 'Wikipedia App'),
    ('Channel', 'Social Media'),
    ('Channel', 'White Mail'),
    ('Channel', 'Workplace Giving'),
    ('Channel', 'Direct Solicitation'),
    ('Channel', 'Other Online'),
    ('Channel', 'Other Offline'),
    ('Fund', 'Unrestricted - General'),
    ('Fund', 'Restricted - Foundation'),
    ('Fund', 'Endowment Fund')) as shipped (list, label);
