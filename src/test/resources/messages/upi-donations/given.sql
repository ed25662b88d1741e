insert into contact (id, hash, created_at, updated_at) values (700230, 'hash of 700230', now(), now());
insert into payment_token (contact_id, gateway, token, created_at) values (700230, 'dlocal', 'UPI-KEY-31cd', now()), (700230, 'dlocal', 'UPI-KEY-90de', now());
insert into contribution_recur (id, contact_id, gateway, subscr_id, payment_token_id, amount, currency, cycle_day, status, started_at, created_at)
    select 600417, 700230, gateway, 'RECURRING DLOCAL D-1', id, 300, 'INR', 2, 'In Progress', now(), now() from payment_token where token = 'UPI-KEY-31cd';
insert into contribution_recur (id, contact_id, gateway, subscr_id, payment_token_id, amount, currency, cycle_day, status, started_at, created_at)
    select 600418, 700230, gateway, 'RECURRING DLOCAL D-2', id, 300, 'INR', 2, 'Cancelled', now(), now() from payment_token where token = 'UPI-KEY-90de';
