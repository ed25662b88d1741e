insert into transaction_event (id, transaction_id, number, event_code, created_at, data) values
  ('10000000-0000-0000-0000-000000000001', 'e68308b5215f4757b242d6aaa010c235', 1, 'TRANSACTION_ACTIVATED_EVENT', '2026-09-02 08:00:00Z', '{}'),
  ('10000000-0000-0000-0000-000000000002', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 1, 'TRANSACTION_ACTIVATED_EVENT', '2026-09-02 08:00:00Z', '{}'),
  ('10000000-0000-0000-0000-000000000003', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 2, 'TRANSACTION_AUTHORIZATION_REQUESTED_EVENT', '2026-09-02 08:01:00Z', '{"paymentGateway": "REDIRECT"}');
insert into transaction_view (transaction_id, status, created_at, last_event_at, event_count) values
  ('e68308b5215f4757b242d6aaa010c235', 'ACTIVATED', '2026-09-02 08:00:00Z', '2026-09-02 08:00:00Z', 1),
  ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'AUTHORIZATION_REQUESTED', '2026-09-02 08:00:00Z', '2026-09-02 08:01:00Z', 2);
