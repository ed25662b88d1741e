insert into contact (id, first_name, last_name, opt_in, created_at, updated_at) values (1, 'P.', 'Jansen', null, now(), now());
insert into contact_email (contact_id, email, is_primary) values (1, 'first@example.org', true);
insert into contact_email (contact_id, email, is_primary) values (1, 'former-donor@example.org', false);
insert into contact (id, first_name, last_name, opt_in, created_at, updated_at) values (2, 'P.', 'Jansen', null, now(), now());
insert into contact_email (contact_id, email, is_primary) values (2, 'former-donor@example.org', true);
insert into contact (id, first_name, last_name, opt_in, created_at, updated_at) values (3, 'P.', 'Jansen', null, now(), now());
insert into contact_email (contact_id, email, is_primary) values (3, 'o''neill@example.ie', true);
insert into contact (id, first_name, last_name, opt_in, created_at, updated_at) values (4, 'P.', 'Jansen', null, now(), now());
insert into contact_email (contact_id, email, is_primary) values (4, 'FIRST@example.org', true);
insert into contact (id, first_name, last_name, opt_in, created_at, updated_at) values (5, 'P.', 'Jansen', null, now(), now());
insert into contact_email (contact_id, email, is_primary) values (5, 'other@example.org', true);
insert into contact_email (contact_id, email, is_primary) values (5, 'second@example.org', false);
insert into contact (id, first_name, last_name, opt_in, created_at, updated_at) values (6, 'P.', 'Jansen', null, now(), now());
insert into contact_email (contact_id, email, is_primary) values (6, 'Other@example.org', true);
insert into contact (id, first_name, last_name, opt_in, created_at, updated_at) values (7, 'P.', 'Jansen', null, now(), now());
insert into contact_email (contact_id, email, is_primary) values (7, 'bystander@example.org', true);
insert into contribution (id, contact_id, gateway, gateway_txn_id, trxn_id, received_at, currency, gross, fee, net, original_currency, original_gross, status, financial_type, payment_instrument)
    values (48823911, 1, 'adyen', '48823911', 'ADYEN 48823911', now(), 'USD', 1, 0, 1, 'USD', 1, 'Completed', 'Cash', 'Credit Card');
insert into contribution (id, contact_id, gateway, gateway_txn_id, trxn_id, received_at, currency, gross, fee, net, original_currency, original_gross, status, financial_type, payment_instrument)
    values (48823912, 3, 'adyen', '48823912', 'ADYEN 48823912', now(), 'USD', 1, 0, 1, 'USD', 1, 'Completed', 'Cash', 'Credit Card');
insert into contribution (id, contact_id, gateway, gateway_txn_id, trxn_id, received_at, currency, gross, fee, net, original_currency, original_gross, status, financial_type, payment_instrument)
    values (48823913, 5, 'adyen', '48823913', 'ADYEN 48823913', now(), 'USD', 1, 0, 1, 'USD', 1, 'Completed', 'Cash', 'Credit Card');
