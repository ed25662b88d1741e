-- What else a payment is called, by what it is called: order ids, transaction ids of gateways, tracking ids.
with names as materialized (select ?::text[] as orders, ?::text[] as txns, ?::text[]::bigint[] as trackings)
select order_id, gateway_txn_id, null::bigint as tracking_id from pending_payment, names
where order_id = any (orders) or gateway_txn_id = any (txns)
union
select order_id, gateway_txn_id, contribution_tracking_id from payments_initial, names
where order_id = any (orders) or contribution_tracking_id = any (trackings)
union
select order_id, null, contribution_tracking_id from payments_fraud, names
where order_id = any (orders) or contribution_tracking_id = any (trackings)
union
select order_id, null, contribution_tracking_id from payment_attempt, names
where order_id = any (orders) or contribution_tracking_id = any (trackings)
union
select order_id, gateway_txn_id, null from gateway_call, names
where order_id = any (orders) or gateway_txn_id = any (txns)
union
select order_id, gateway_txn_id, null from gateway_news, names
where order_id = any (orders) or gateway_txn_id = any (txns)
union
select order_id, gateway_txn_id, contribution_tracking_id from contribution, names
where contribution_tracking_id = any (trackings) or invoice_id = any (orders collate "C") or gateway_txn_id = any (txns)
