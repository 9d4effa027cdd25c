-- Posts responses that are all different to the paths of a file, in turn; the second argument tells runs apart.
local paths, at, run = {}, 0, ""
local head = { ["Content-Type"] = "application/x-www-form-urlencoded" }

function init(args)
    for line in io.lines(args[1]) do paths[#paths + 1] = line end
    run = args[2]
end

function request()
    at = at + 1
    local body = "author=Clio&email=clio@example.org&comment=What+was+said+of+it+then%2C+and+is+known+now:+" .. run .. "+" .. at
    return wrk.format("POST", paths[at % #paths + 1], head, body)
end

local refused = 0
function response(status) if status ~= 303 then refused = refused + 1; wrk.thread:set("refused", refused) end end

local threads = {}
function setup(thread) threads[#threads + 1] = thread; thread:set("refused", 0) end

function done(summary, latency, _)
    local errors = summary.errors
    local others = 0
    for _, thread in ipairs(threads) do others = others + thread:get("refused") end
    io.write(string.format(
        '{"requests": %d, "seconds": %f, "p50": %f, "p99": %f, "errors": %d}\n',
        summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e6, latency:percentile(99) / 1e6,
        errors.connect + errors.read + errors.write + errors.timeout + others))
end
