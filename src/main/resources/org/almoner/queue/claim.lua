#!lua flags=allow-oom
-- Moves messages from the head of a queue to a claim and records whose it is.
-- Sent a second time (its answer was lost on the way), it answers what it answered the first time.
-- Allowed in a full Redis: it only moves what is there, and only consuming makes room again.
-- KEYS queue, claim list, claims · ARGV claim id, worker, most messages, most bytes
if redis.call('HEXISTS', KEYS[3], ARGV[1]) == 1 then
  return redis.call('LRANGE', KEYS[2], 0, -1)
end
local messages, bytes = {}, 0
while #messages < tonumber(ARGV[3]) and bytes < tonumber(ARGV[4]) do
  local message = redis.call('LMOVE', KEYS[1], KEYS[2], 'LEFT', 'RIGHT')
  if not message then break end
  messages[#messages + 1] = message
  bytes = bytes + #message
end
if #messages > 0 then
  local now = redis.call('TIME')
  redis.call('HSET', KEYS[3], ARGV[1], cjson.encode({
    worker = ARGV[2], at = now[1] * 1000 + math.floor(now[2] / 1000), size = #messages, deliveries = 1
  }))
end
return messages
