-- All that happened to a payment, by what it is called: order ids, transaction ids of gateways, tracking ids.
with names as materialized (select ?::text[] as orders, ?::text[] as txns, ?::text[]::bigint[] as trackings),
gift as materialized (
    select contribution.* from contribution, names
    where contribution_tracking_id = any (trackings) or invoice_id = any (orders collate "C") or gateway_txn_id = any (txns)),
begun as materialized (
    select pending_payment.* from pending_payment, names
    where order_id = any (orders) or gateway_txn_id = any (txns)),
asked as materialized (
    select gateway_call.* from gateway_call, names where order_id = any (orders) or gateway_txn_id = any (txns)),
step (at, kind, what, detail) as (
    select tracking_date, 'row', 'contribution_tracking', jsonb_build_object('id', id, 'gateway', gateway,
        'amount', amount, 'currency', currency, 'contribution_id', contribution_id)
    from contribution_tracking, names where id = any (trackings)
    union all
    select date, 'row', 'pending_payment', jsonb_build_object('gateway', gateway, 'order_id', order_id,
        'gateway_txn_id', gateway_txn_id, 'payment_method', payment_method)
    from begun
    union all
    select resolved_at, 'decision', 'pending_payment resolved', jsonb_build_object('gateway', gateway, 'order_id', order_id)
    from begun where resolved_at is not null
    union all
    select notification.received_at, 'notification', news.what, jsonb_build_object('gateway', news.gateway,
        'order_id', news.order_id, 'gateway_txn_id', news.gateway_txn_id, 'notification', notification.id,
        'verdict', notification.verdict, 'handled_at', notification.handled_at)
    from names, gateway_news as news join notification on notification.id = news.notification_id
    where news.order_id = any (orders) or news.gateway_txn_id = any (txns)
    union all
    select handled_at, 'message', split_part(message_key, ':', 1) || ' handled', '{}'
    from handled_message where message_key in (
        select concat('pending:', gateway, chr(31), order_id, chr(31), gateway_txn_id, chr(31), extract(epoch from date)::bigint)
        from begun
        union
        select concat('donations:', kind, chr(31), gateway, chr(31), gateway_txn_id)
        from gift, unnest(array['null', 'chargeback_reversed', 'refund_reversed']) as kind)
    union all
    select first_failed_at, 'message', 'dead letter of ' || queue, jsonb_build_object('id', id, 'kind', kind, 'error', error,
        'attempts', attempts, 'state', state, 'failed_at', failed_at, 'retry_at', retry_at)
    from dead_letter, names where order_id = any (orders) or gateway_txn_id = any (txns)
    union all
    select date, 'row', 'payments_initial', jsonb_build_object('gateway', gateway, 'order_id', order_id,
        'gateway_txn_id', gateway_txn_id, 'amount', amount, 'currency', currency_code, 'status', payments_final_status)
    from payments_initial, names where order_id = any (orders) or contribution_tracking_id = any (trackings)
    union all
    select date, 'decision', 'payments_fraud', jsonb_build_object('gateway', gateway, 'order_id', order_id,
        'validation_action', validation_action, 'risk_score', risk_score)
    from payments_fraud, names where order_id = any (orders) or contribution_tracking_id = any (trackings)
    union all
    select date, 'row', 'payment_attempt', jsonb_build_object('gateway', gateway, 'order_id', order_id,
        'auth_decline', auth_decline, 'blocked_by_filter', blocked_by_filter)
    from payment_attempt, names where order_id = any (orders) or contribution_tracking_id = any (trackings)
    union all
    select received_at, 'row', 'contribution', jsonb_build_object('id', id, 'gateway', gateway, 'order_id', order_id,
        'gateway_txn_id', gateway_txn_id, 'status', status, 'gross', original_gross, 'currency', original_currency)
    from gift
    union all
    select refund.received_at, 'row', 'contribution that corrects it', jsonb_build_object('id', refund.id,
        'parent', refund.parent_contribution_id, 'gateway_txn_id', refund.gateway_txn_id, 'status', refund.status,
        'gross', refund.original_gross, 'currency', refund.original_currency)
    from contribution as refund where refund.parent_contribution_id in (select id from gift)
    union all
    select intended_at, 'call', ask || ' intended', jsonb_build_object('gateway', gateway, 'key', key, 'amount', amount,
        'currency', currency, 'purpose', purpose)
    from asked
    union all
    select asked_at, 'call', ask || ' asked', jsonb_build_object('gateway', gateway, 'key', key, 'tries', tries)
    from asked where asked_at is not null
    union all
    select answered_at, 'call', ask || ' answered', jsonb_build_object('gateway', gateway, 'key', key, 'outcome', outcome,
        'reason', reason)
    from asked where answered_at is not null
    union all
    select due_at, 'follow-up', 'waits for ' || queue, jsonb_build_object('outbox_id', id)
    from (select * from outbox order by due_at, id limit 10000) as first, names -- what is due first: it has no names
    where exists (select from unnest(orders || txns) as name where position(convert_to('"' || name || '"', 'UTF8') in body) > 0)
)
select at, kind, what, jsonb_strip_nulls(detail)::text as detail from step order by at nulls last, kind, what
