import NIOCore
import Pages
import Synchronization
import Testing
import Web

@Suite struct SlowReaderTests {
    @Test("shutdown in the middle of an answer lets it come to its end", arguments: ["/long/", "/long-route/"])
    func shutdown(target: String) async throws {
        try await TestServer.run { server in
            try await TestClient.connect(to: server, receiveBuffer: 16_384) { client in
                // The second request shows that the server has begun: its answer waits behind the long one.
                try await client.send(get("/stored/") + get(target))
                #expect(try await client.answer()?.body == "a stored page")
                await server.stop()
                let answer = try #require(try await client.answer())
                #expect(answer.body.utf8.count == longText.utf8.count)
                #expect(try await client.answer() == nil)
            }
        }
    }

    @Test("a visitor who asks and does not read holds up nobody else")
    func others() async throws {
        var limits = ConnectionLimits()
        // However long the others take on a busy machine, this one is not let go meanwhile.
        limits.writeTimeout = .minutes(10)
        try await TestServer.run(limits: limits) { server in
            try await TestClient.connect(to: server, receiveBuffer: 16_384) { slow in
                // Far more than the server will take before somebody reads.
                try await slow.send(String(repeating: get("/long/"), count: 50))
                for _ in 0..<20 {
                    try await TestClient.connect(to: server) { quick in
                        try await quick.send(get("/stored/") + get("/a/"))
                        #expect(try await quick.answer()?.body == "a stored page")
                        #expect(try await quick.answer()?.body == "routed GET ")
                    }
                }
                // One answer fills the connection: the others were not begun.
                #expect(server.store.statistics.hits < 60)
                for _ in 0..<3 {
                    #expect(try await slow.answer()?.body.utf8.count == longText.utf8.count)
                }
            }
        }
    }

    @Test("a visitor who takes no byte for the write timeout is let go")
    func stalled() async throws {
        var limits = ConnectionLimits()
        limits.writeTimeout = .milliseconds(200)
        limits.connections = 1
        try await TestServer.run(limits: limits) { server in
            try await TestClient.connect(to: server, receiveBuffer: 16_384) { client in
                try await client.send(get("/stored/") + get("/long/"))
                #expect(try await client.answer()?.body == "a stored page")
                // There is one place, and it becomes free only when the visitor above has lost it.
                var status: Int?
                while status == nil {
                    status = try await TestClient.connect(to: server) { other in
                        try? await other.send(get("/stored/"))
                        return try? await other.answer()?.status
                    }
                }
                #expect(status == 200)
                #expect((try? await client.answer()) == nil)
            }
        }
    }

    @Test("idle connections do not hold up shutdown, an answer in the making is finished first")
    func inFlight() async throws {
        let begun = AsyncStream.makeStream(of: Void.self)
        let mayEnd = AsyncStream.makeStream(of: Void.self)
        try await TestServer.run(slowAnswer: {
            begun.continuation.yield()
            for await _ in mayEnd.stream { break }
        }) { server in
            try await TestClient.connect(to: server) { idle in
                try await idle.send(get("/stored/"))
                #expect(try await idle.answer()?.status == 200)
                try await TestClient.connect(to: server) { busy in
                    try await busy.send(get("/slow/"))
                    for await _ in begun.stream { break }
                    await server.stop()
                    // The idle visitor is let go while the other still waits.
                    #expect(try await idle.readToEnd().isEmpty)
                    mayEnd.continuation.yield()
                    let answer = try #require(try await busy.answer())
                    #expect(answer.body == "slow")
                    #expect(answer.field("connection") == "close")
                    #expect(try await busy.answer() == nil)
                }
            }
        }
    }
}
