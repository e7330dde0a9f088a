-- Orders of BENCH_LINES products, each of them one of the BENCH_PRODUCTS products from BENCH_FIRST on: evenly, or by Zipf's law with the exponent BENCH_ZIPF.
-- Customers take turns.
require "summary"

local first, count = tonumber(os.getenv("BENCH_FIRST")), tonumber(os.getenv("BENCH_PRODUCTS"))
local lines, exponent = tonumber(os.getenv("BENCH_LINES")), tonumber(os.getenv("BENCH_ZIPF") or "0")
math.randomseed(tonumber(os.getenv("BENCH_SEED")))

local customers = {}
for token in os.getenv("BENCH_TOKENS"):gmatch("[^,]+") do
  customers[#customers + 1] = { ["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json" }
end

local below, sum = {}, 0
for rank = 1, count do
  sum = sum + 1 / rank ^ exponent
  below[rank] = sum
end

local function product()
  if exponent == 0 then return first + math.random(0, count - 1) end
  local wanted, low, high = math.random() * sum, 1, count
  while low < high do
    local middle = math.floor((low + high) / 2)
    if below[middle] < wanted then low = middle + 1 else high = middle end
  end
  return first + low - 1
end

local turn = 0
function request()
  turn = turn % #customers + 1
  local one, items = product(), ""
  items = '{"product_id":' .. one .. ',"quantity":1}'
  if lines == 2 then
    local other = product()
    while other == one do other = product() end
    items = items .. ',{"product_id":' .. other .. ',"quantity":1}'
  end
  return wrk.format("POST", "/store/api/v1/orders", customers[turn], '{"delivery_address":"1 Quay Street, Cape Town","items":[' .. items .. ']}')
end
