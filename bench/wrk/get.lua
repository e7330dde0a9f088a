-- Reads BENCH_PATH, as the owners of BENCH_TOKENS in turn.
require "summary"

local callers = {}

-- Only here is it known which host is asked.
function init(args)
  for token in os.getenv("BENCH_TOKENS"):gmatch("[^,]+") do
    callers[#callers + 1] = wrk.format("GET", os.getenv("BENCH_PATH"), { ["Authorization"] = "Bearer " .. token })
  end
end

local turn = 0
function request()
  turn = turn % #callers + 1
  return callers[turn]
end
