insert into contact (id, first_name, last_name, created_at, updated_at) values (1, 'Petra', 'Jansen', now(), now());
insert into contribution (contact_id, gateway, gateway_txn_id, trxn_id, received_at, currency, gross, fee, net, original_currency,
    original_gross, status, financial_type, payment_instrument)
values (1, 'adyen', 'KDUP000000000001', 'ADYEN KDUP000000000001', now(), 'USD', 38, 0, 38, 'EUR', 35, 'Completed', 'Cash', 'Credit Card');
insert into pending_payment (date, gateway, order_id, gateway_txn_id, payment_method, message)
values (to_timestamp(1788350000), 'gravy', '417012222.1', '', 'cc', '{"gateway":"gravy","order_id":"417012222.1","gateway_txn_id":false,
    "gross":"11.00","currency":"GBP","payment_method":"cc","payment_submethod":"mc","email":"sam@example.org","first_name":"Sam",
    "last_name":"Lee","contribution_tracking_id":"417012222","date":1788350000}');
