#!lua flags=allow-oom
-- Drops a committed claim: its messages and its record at once, so that neither outlives the other.
-- KEYS claim list, claims · ARGV claim id
redis.call('DEL', KEYS[1])
return redis.call('HDEL', KEYS[2], ARGV[1])
