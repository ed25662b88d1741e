with donor as (
    insert into contact (first_name, last_name, created_at, updated_at) values ('Petra', 'Jansen', now(), now()) returning id)
insert into contribution (contact_id, gateway, gateway_txn_id, trxn_id, received_at, currency, gross, fee, net,
    original_currency, original_gross, status, financial_type, payment_instrument)
select donor.id, gateway, gateway_txn_id, gateway_txn_id, to_timestamp(1788350400), 'USD', 40.74, 0, 40.74,
    'EUR', 35, 'Completed', 'Cash', 'Credit Card: Visa'
from donor, (values ('adyen', 'RBDI000000000001'), ('adyen', 'RBDI000000000002')) as given (gateway, gateway_txn_id)
