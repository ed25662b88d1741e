with donor as (
    insert into contact (first_name, last_name, created_at, updated_at) values ('Petra', 'Jansen', now(), now()) returning id)
insert into contribution (id, contact_id, gateway, gateway_txn_id, trxn_id, received_at, currency, gross, fee, net,
    original_currency, original_gross, status, financial_type, payment_instrument)
select 66120311, id, 'adyen', 'A1', 'ADYEN A1', to_timestamp(1788350400), 'USD', 40.74, 0, 40.74,
    'EUR', 35, 'Completed', 'Cash', 'Credit Card: Visa'
from donor
