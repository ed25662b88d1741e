#!lua
-- Pushes a bundle of follow-ups, each marked, unless another relay's turn has begun or the mark is there already.
-- KEYS queue, relayed · ARGV turn, then mark and body of each · answers how many were pushed, -1 when the turn is over
if redis.call('HGET', KEYS[2], 'turn') ~= ARGV[1] then return -1 end
local pushed = 0
for i = 2, #ARGV, 2 do
  if redis.call('HEXISTS', KEYS[2], ARGV[i]) == 0 then
    redis.call('RPUSH', KEYS[1], ARGV[i + 1]) -- before the mark: a push that is refused must leave none
    redis.call('HSET', KEYS[2], ARGV[i], 1)
    pushed = pushed + 1
  end
end
return pushed
