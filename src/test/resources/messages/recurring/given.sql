insert into contact (id, hash, created_at, updated_at) values (700230, 'hash of 700230', now(), now());
insert into contribution_recur (id, contact_id, gateway, subscr_id, rescue_reference, amount, currency, cycle_day, status, started_at, created_at) values
    (600417, 700230, 'paypal', 'I-4MB8YTQ2R6WX', null, 2, 'GBP', 2, 'In Progress', now(), now()),
    (55017, 700230, 'gravy', 'G-1', null, 10, 'USD', 2, 'In Progress', now(), now()),
    (600418, 700230, 'adyen', 'A-1', 'RSC7Q2M9K4XB8N51', 10, 'USD', 2, 'In Progress', now(), now());
insert into contribution (id, contact_id, contribution_tracking_id, gateway, gateway_txn_id, trxn_id, received_at, currency, gross, fee, net, original_currency, original_gross, status, financial_type, payment_instrument)
    values (9, 700230, 417009020, 'adyen', 'TXN9', 'ADYEN TXN9', now(), 'USD', 10, 0, 10, 'USD', 10, 'Completed', 'Cash', 'Credit Card: Visa');
