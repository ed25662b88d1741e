insert into pending_payment (date, gateway, order_id, gateway_txn_id, payment_method, message)
select to_timestamp(1788350400), 'adyen', order_id, '', 'cc', json_build_object('gateway', 'adyen', 'order_id', order_id,
    'contribution_tracking_id', split_part(order_id, '.', 1), 'gross', '12.50', 'currency', 'EUR', 'payment_method', 'cc',
    'payment_submethod', 'visa', 'user_ip', '198.51.100.23', 'date', 1788350400, 'email', 'j.devries@example.org')::text
from unnest(array['231448907.1', '231463100.1', '231463101.1', '231463200.1']) as order_id;
