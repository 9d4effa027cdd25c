-- Asks for the requests of a file in turn, and prints what was measured as one line of JSON.
-- A line of the file is a path and headers, parted by tabs.
local requests, at = {}, 0

function init(args)
    for line in io.lines(args[1]) do
        local path, headers = nil, {}
        for field in line:gmatch("[^\t]+") do
            if path == nil then
                path = field
            else
                local name, value = field:match("^([^:]+): (.*)$")
                headers[name] = value
            end
        end
        requests[#requests + 1] = wrk.format("GET", path, headers)
    end
end

function request()
    at = at % #requests + 1
    return requests[at]
end

function done(summary, latency, _)
    local errors = summary.errors
    io.write(string.format(
        '{"requests": %d, "seconds": %f, "p50": %f, "p99": %f, "errors": %d}\n',
        summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e6, latency:percentile(99) / 1e6,
        errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
