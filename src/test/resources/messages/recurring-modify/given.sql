insert into contact (id, hash, created_at, updated_at) values (700230, 'hash of 700230', now(), now());
insert into contribution_recur (id, contact_id, gateway, subscr_id, amount, currency, cycle_day, status, started_at, created_at, next_scheduled_at) values
    (600417, 700230, 'adyen', 'A-1', 10, 'USD', 2, 'In Progress', now(), now(), '2026-10-02 00:00Z'),
    (600418, 700230, 'fundraiseup', 'RXYZ789', 10, 'USD', 2, 'In Progress', now(), now(), '2026-10-02 00:00Z');
