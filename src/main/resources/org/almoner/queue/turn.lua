#!lua flags=allow-oom
-- Opens a relay's turn on a queue: from here on the pushes of earlier turns are refused.
-- KEYS relayed · ARGV turn
-- answers {the newest turn, marks of what a turn that did not end had pushed…}; a newest turn above ours refuses ours
local newest = tonumber(redis.call('HGET', KEYS[1], 'turn') or '0')
if newest > tonumber(ARGV[1]) then return {tostring(newest)} end
redis.call('HSET', KEYS[1], 'turn', ARGV[1])
local answer = {ARGV[1]}
for _, mark in ipairs(redis.call('HKEYS', KEYS[1])) do
  if mark ~= 'turn' then answer[#answer + 1] = mark end
end
return answer
