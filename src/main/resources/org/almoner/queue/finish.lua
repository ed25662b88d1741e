#!lua flags=allow-oom
-- Ends a relay's turn on a queue: what it pushed is deleted from the outbox, so the marks may go.
-- KEYS relayed · ARGV turn
if redis.call('HGET', KEYS[1], 'turn') ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
return redis.call('HSET', KEYS[1], 'turn', ARGV[1])
