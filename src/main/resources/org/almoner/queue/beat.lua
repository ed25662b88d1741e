#!lua flags=allow-oom
-- Says that a worker lives, by the clock of Redis: the workers' clocks may differ.
-- KEYS workers · ARGV worker
local now = redis.call('TIME')
return redis.call('HSET', KEYS[1], ARGV[1], now[1] * 1000 + math.floor(now[2] / 1000))
