import { HotScript } from '../../../platform/hot-state/hot-state.js';

/*
 * Keys of one contest's board, all of which begin with the first:
 *   KEYS[1]                  hash: gen (the generation that answers), sweptAt (compared with the rows as of then), people (how many there were then)
 *   KEYS[1]:lease            who makes or compares it at the moment: the name of the generation that is being made
 *   KEYS[1]:<gen>:all        sorted set of everybody
 *   KEYS[1]:<gen>:u:<unit>   sorted set of the people of one unit
 *   KEYS[1]:<gen>:units      set of units that have one
 *   KEYS[1]:<gen>:people     hash by person: "<changes> <rank or -> <unit>"
 * All scores are 0: the order is that of the members' bytes, which are rank and person. A rank is 20 hex digits, 2^32 − 1 − points in 8 and the
 * time in 12: a double would not hold both. Without anybody who asks and compares, the first is gone after half an hour and what it stands for after
 * an hour: a board must not outlive its people.
 */

/** Who has said nothing for so long has died over it. */
export const LEASE_MS = 10_000;
const EXPIRE_MS = 3_600_000;
const BASE_EXPIRE_MS = EXPIRE_MS / 2;

const COMMON = `
local base = KEYS[1]
local function named(gen, part) return base .. ':' .. gen .. ':' .. part end
local function listsOf(gen, from)
  local lists = {}
  if ARGV[from] == nil then return { named(gen, 'all') } end
  for i = from, #ARGV do lists[#lists + 1] = named(gen, 'u:' .. ARGV[i]) end
  return lists
end
local function sizeOf(lists)
  local size = 0
  for _, list in ipairs(lists) do size = size + redis.call('ZCARD', list) end
  return size
end
local function before(lists, bound)
  local count = 0
  for _, list in ipairs(lists) do count = count + redis.call('ZLEXCOUNT', list, '-', bound) end
  return count
end
`;

/** ARGV: token of a lease or '', generation or '' for the one that answers (or is being made), then four for each person: id, unit, rank or '-', changes. Gives 0 when the lease is lost. */
export const PUT = new HotScript(`${COMMON}
local token, gen = ARGV[1], ARGV[2]
if token ~= '' then
  if redis.call('GET', base .. ':lease') ~= token then return 0 end
  redis.call('PEXPIRE', base .. ':lease', ${LEASE_MS})
end
if gen == '' then gen = redis.call('HGET', base, 'gen') or redis.call('GET', base .. ':lease') end
if not gen then return 1 end
local all, people, units = named(gen, 'all'), named(gen, 'people'), named(gen, 'units')
for i = 3, #ARGV, 4 do
  local person, unit, rank, changes = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3]
  local was = redis.call('HGET', people, person)
  local wasChanges, wasRank, wasUnit
  if was then wasChanges, wasRank, wasUnit = string.match(was, '^(%d+) (%S+) (.*)$') end
  if not was or tonumber(wasChanges) < tonumber(changes) then
    if was and wasRank ~= '-' then
      redis.call('ZREM', all, wasRank .. person)
      redis.call('ZREM', named(gen, 'u:' .. wasUnit), wasRank .. person)
    end
    if rank ~= '-' then
      redis.call('ZADD', all, 0, rank .. person)
      redis.call('ZADD', named(gen, 'u:' .. unit), 0, rank .. person)
      if redis.call('SADD', units, unit) == 1 then redis.call('PEXPIRE', named(gen, 'u:' .. unit), ${EXPIRE_MS}) end
    end
    redis.call('HSET', people, person, changes .. ' ' .. rank .. ' ' .. unit)
  end
end
for _, each in ipairs({ all, people, units }) do redis.call('PEXPIRE', each, ${EXPIRE_MS}) end
return 1`);

/** ARGV: units, or none for everybody. Gives the time of the last comparison and the size; nothing when there is no board. */
export const SIZE = new HotScript(`${COMMON}
local gen, sweptAt = unpack(redis.call('HMGET', base, 'gen', 'sweptAt'))
if not gen then return {} end
return { sweptAt, sizeOf(listsOf(gen, 1)) }`);

/** ARGV: a rank, units. Gives the time of the last comparison and how many are better. */
export const BETTER = new HotScript(`${COMMON}
local gen, sweptAt = unpack(redis.call('HMGET', base, 'gen', 'sweptAt'))
if not gen then return {} end
return { sweptAt, before(listsOf(gen, 2), '(' .. ARGV[1]) }`);

/**
 * ARGV: offset, count, units. Gives the time of the last comparison, how many are better than the first, then member and unit of each, in no order. Among the people
 * of several units: the first and the last of the page are looked for in the set of all by halving, and what lies between them is taken from each unit.
 */
export const PAGE = new HotScript(`${COMMON}
local gen, sweptAt = unpack(redis.call('HMGET', base, 'gen', 'sweptAt'))
if not gen then return {} end
local offset, count = tonumber(ARGV[1]), tonumber(ARGV[2])
local all, lists = named(gen, 'all'), {}
for _, list in ipairs(listsOf(gen, 3)) do
  if redis.call('EXISTS', list) == 1 then lists[#lists + 1] = list end
end
local size = sizeOf(lists)
count = math.min(count, size - offset)
if count <= 0 then return { sweptAt, 0 } end
local function at(index) return redis.call('ZRANGE', all, index, index)[1] end
local function placeOf(wanted, low)
  -- The first among all up to whom there are so many of the lists; first by growing steps, for a page is short.
  local high, step, last = low, count, redis.call('ZCARD', all) - 1
  while high < last and before(lists, '[' .. at(high)) < wanted do
    low, high, step = high + 1, math.min(last, high + step), step * 2
  end
  while low < high do
    local middle = math.floor((low + high) / 2)
    if before(lists, '[' .. at(middle)) >= wanted then high = middle else low = middle + 1 end
  end
  return low
end
local members, leader = {}, nil
if #lists == 1 then
  members = redis.call('ZRANGE', lists[1], offset, offset + count - 1)
  leader = members[1]
else
  local first = placeOf(offset + 1, 0)
  leader = at(first)
  local from, to = '[' .. leader, '[' .. at(placeOf(offset + count, first))
  for _, list in ipairs(lists) do
    for _, member in ipairs(redis.call('ZRANGEBYLEX', list, from, to)) do members[#members + 1] = member end
  end
end
local answer = { sweptAt, before(lists, '(' .. string.sub(leader, 1, 20)) }
for _, member in ipairs(members) do
  local known = redis.call('HGET', named(gen, 'people'), string.sub(member, 21))
  answer[#answer + 1] = member
  answer[#answer + 1] = known and string.match(known, '^%d+ %S+ (.*)$') or ''
end
return answer`);

/** ARGV: token. Gives nothing when somebody else has it, else generation ('' = none) and time of the last comparison. */
export const CLAIM = new HotScript(`${COMMON}
if not redis.call('SET', base .. ':lease', ARGV[1], 'NX', 'PX', ${LEASE_MS}) then return {} end
local gen, sweptAt = unpack(redis.call('HMGET', base, 'gen', 'sweptAt'))
return { gen or '', sweptAt or '0' }`);

/** ARGV: token, generation, time of the comparison. Ends the lease; gives 0 when it was lost. */
export const DONE = new HotScript(`${COMMON}
if redis.call('GET', base .. ':lease') ~= ARGV[1] then return 0 end
local people = redis.call('HLEN', named(ARGV[2], 'people'))
if redis.call('HGET', base, 'gen') == ARGV[2] then people = math.max(people, tonumber(redis.call('HGET', base, 'people')) or 0) end
redis.call('HSET', base, 'gen', ARGV[2], 'sweptAt', ARGV[3], 'people', people)
redis.call('PEXPIRE', base, ${BASE_EXPIRE_MS})
redis.call('DEL', base .. ':lease')
return 1`);

/** ARGV: token. Lets go of a lease without having done anything. */
export const RELEASE = new HotScript(`${COMMON}
if redis.call('GET', base .. ':lease') == ARGV[1] then redis.call('DEL', base .. ':lease') end
return 1`);

/**
 * ARGV: generation. Keeps all of it for another hour; gives 0 when something is missing: the units together do not have as many people as the whole,
 * or fewer people are known than stand in it or were known before.
 */
export const TEND = new HotScript(`${COMMON}
local gen, sum = ARGV[1], 0
for _, unit in ipairs(redis.call('SMEMBERS', named(gen, 'units'))) do
  sum = sum + redis.call('ZCARD', named(gen, 'u:' .. unit))
  redis.call('PEXPIRE', named(gen, 'u:' .. unit), ${EXPIRE_MS})
end
for _, part in ipairs({ 'all', 'people', 'units' }) do redis.call('PEXPIRE', named(gen, part), ${EXPIRE_MS}) end
local all, people = redis.call('ZCARD', named(gen, 'all')), redis.call('HLEN', named(gen, 'people'))
local before = redis.call('HGET', base, 'gen') == gen and tonumber(redis.call('HGET', base, 'people')) or 0
return sum == all and people >= all and people >= before and 1 or 0`);

/** ARGV: generation, or '' for the one that answers: then the board is gone. */
export const DROP = new HotScript(`${COMMON}
local gen = ARGV[1]
if gen == '' then
  gen = redis.call('HGET', base, 'gen')
  redis.call('DEL', base)
end
if not gen then return 0 end
for _, unit in ipairs(redis.call('SMEMBERS', named(gen, 'units'))) do redis.call('UNLINK', named(gen, 'u:' .. unit)) end
redis.call('UNLINK', named(gen, 'all'), named(gen, 'people'), named(gen, 'units'))
return 1`);
