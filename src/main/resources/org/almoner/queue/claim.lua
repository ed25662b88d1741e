#!lua flags=allow-oom
-- Moves messages from the head of a queue to a claim and records whose it is.
-- Sent a second time with the same ticket (its answer was lost on the way), it answers the claim that it made the first
-- time, if the worker has it still.
-- The id is made here and never used twice: the worker cannot know whether the first claim was reaped, committed and dropped
-- meanwhile, and the receipt of that claim must not speak for new messages.
-- Allowed in a full Redis: it only moves what is there, and only consuming makes room again.
-- KEYS queue, claims · ARGV prefix of claim lists, ticket, worker, most messages, most bytes · answers {claim id, message…} or nothing
local ticket, worker = ARGV[2], ARGV[3]
for _, id in ipairs(redis.call('HKEYS', KEYS[2])) do
  if id:sub(1, #ticket + 1) == ticket .. ':' and cjson.decode(redis.call('HGET', KEYS[2], id)).worker == worker then
    local again = redis.call('LRANGE', ARGV[1] .. id, 0, -1)
    table.insert(again, 1, id)
    return again
  end
end
local now = redis.call('TIME')
local id = ticket .. ':' .. now[1] .. now[2]
local answer, bytes = {id}, 0
while #answer <= tonumber(ARGV[4]) and bytes < tonumber(ARGV[5]) do
  local message = redis.call('LMOVE', KEYS[1], ARGV[1] .. id, 'LEFT', 'RIGHT')
  if not message then break end
  answer[#answer + 1] = message
  bytes = bytes + #message
end
if #answer == 1 then return {} end
redis.call('HSET', KEYS[2], id, cjson.encode({
  worker = worker, at = now[1] * 1000 + math.floor(now[2] / 1000), size = #answer - 1, deliveries = 1
}))
return answer
