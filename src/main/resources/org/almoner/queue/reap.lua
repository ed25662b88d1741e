#!lua flags=allow-oom
-- Takes over the oldest claim whose worker has been silent, and forgets silent workers that hold nothing.
-- A claim that was marked when its worker fell silent holds the mark against the message it named.
-- Sent a second time with the same ticket (its answer was lost on the way), it answers what it answered the first time.
-- KEYS claims, workers · ARGV worker, silence in ms, ticket · answers {claim id, deliveries, suspicions as JSON} or nothing
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local silent = {}
local beats = redis.call('HGETALL', KEYS[2])
local alive = {}
for i = 1, #beats, 2 do
  if now - tonumber(beats[i + 1]) <= tonumber(ARGV[2]) then alive[beats[i]] = true else silent[beats[i]] = true end
end
local oldestId, oldest
local claims = redis.call('HGETALL', KEYS[1])
for i = 1, #claims, 2 do
  local claim = cjson.decode(claims[i + 1])
  if claim.worker == ARGV[1] and claim.ticket == ARGV[3] then
    return {claims[i], tostring(claim.deliveries), cjson.encode(claim.suspicions or {})}
  end
  if not alive[claim.worker] and claim.worker ~= ARGV[1] and (not oldest or claim.at < oldest.at) then
    oldestId, oldest = claims[i], claim
  end
  silent[claim.worker] = nil
end
for worker in pairs(silent) do redis.call('HDEL', KEYS[2], worker) end
if not oldest then return {} end
oldest.worker = ARGV[1]
oldest.ticket = ARGV[3]
oldest.deliveries = oldest.deliveries + 1
local suspicions = oldest.suspicions or {}
if oldest.mark then
  suspicions[oldest.mark] = (suspicions[oldest.mark] or 0) + 1
  oldest.suspicions = suspicions
  oldest.mark = nil
end
redis.call('HSET', KEYS[1], oldestId, cjson.encode(oldest))
return {oldestId, tostring(oldest.deliveries), cjson.encode(suspicions)}
