#!lua flags=no-writes
-- What waits in a queue, what is in flight, and the age in ms of the oldest claim.
-- KEYS queue, claims · answers {waiting, in flight, oldest age}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local inFlight, oldest = 0, now
for _, json in ipairs(redis.call('HVALS', KEYS[2])) do
  local claim = cjson.decode(json)
  inFlight = inFlight + claim.size
  oldest = math.min(oldest, claim.at)
end
return {redis.call('LLEN', KEYS[1]), inFlight, now - oldest}
