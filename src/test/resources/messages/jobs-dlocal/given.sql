insert into pending_payment (date, gateway, order_id, gateway_txn_id, payment_method, message) values
    (to_timestamp(1788350000), 'dlocal', '231450001.1', '', 'bt', '{"gateway":"dlocal","order_id":"231450001.1","gateway_txn_id":false,"user_ip":"203.0.113.9","date":1788350000}'),
    (to_timestamp(1788350000), 'dlocal', '231450002.1', '', 'cc', '{"gateway":"dlocal","order_id":"231450002.1","gateway_txn_id":false,"user_ip":"203.0.113.9","date":1788350000}');
