#!lua flags=allow-oom
-- Notes which message of a claim is about to be handled, so that the next worker knows what killed this one.
-- KEYS claims · ARGV claim id, worker, message number or '' for none · answers 0 when the claim is no longer this worker's
local found = redis.call('HGET', KEYS[1], ARGV[1])
if not found then return 0 end
local claim = cjson.decode(found)
if claim.worker ~= ARGV[2] then return 0 end
claim.mark = ARGV[3] ~= '' and ARGV[3] or nil
redis.call('HSET', KEYS[1], ARGV[1], cjson.encode(claim))
return 1
