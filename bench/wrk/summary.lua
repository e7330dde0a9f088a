-- The last line of every script: what was answered, what failed (a status that is not 2xx, a broken connection, a timeout), and how long answers took.
function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format('{"answers":%d,"failed":%d,"seconds":%.3f,"p50_ms":%.3f,"p99_ms":%.3f}\n',
    summary.requests, errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
