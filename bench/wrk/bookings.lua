-- Bookings of a box for three months, by the owners of BENCH_TOKENS in turn.
require "summary"

local body = '{"customer_name":"Bench Customer","email":"bench@example.org","pickup_date":"2099-12-01","pickup_window":"08:00-11:00","address":"1 Quay Street",' ..
  '"items":[{"type":"box"}],"pricing":{"duration":3,"monthlySubtotal":60,"handlingFee":350,"total":530}}'
local callers = {}

-- Only here is it known which host is asked.
function init(args)
  for token in os.getenv("BENCH_TOKENS"):gmatch("[^,]+") do
    callers[#callers + 1] = wrk.format("POST", "/hss/api/v1/bookings", { ["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json" }, body)
  end
end

local turn = 0
function request()
  turn = turn % #callers + 1
  return callers[turn]
end
