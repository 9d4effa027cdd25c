import Database
import Foundation
import Model
import SQLiteDatabase
import SiteSupport
import Store
import Testing

@Suite("XML-RPC, with a real client")
struct XMLRPCClientTests {
    /// What Python's own client gets: the last line that a script prints, as JSON.
    private static func python(_ script: String, port: Int, password: String) async throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        let beginning = """
            import json, sys, xmlrpc.client as x
            site = x.ServerProxy("http://127.0.0.1:\(port)/xmlrpc.php")
            me = ("editor@example.org", "\(password)")
            def fault(call, *given):
                try: call(*given)
                except x.Fault as fault: return [fault.faultCode, fault.faultString]

            """
        process.arguments = ["-c", beginning + script]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        return try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { _ in
                let data = (try? output.fileHandleForReading.readToEnd()) ?? Data()
                continuation.resume(returning: String(decoding: data, as: UTF8.self))
            }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
    }

    private static func run(_ script: String, check: @escaping @Sendable (TestSite, String) async throws -> Void)
        async throws
    {
        try await TestSite.run(DaysGoneBy.export) { site in
            let program = try await Program(site, .editor, scopes: [.xmlRPC])
            try await check(site, try await python(script, port: site.port, password: program.token))
        }
    }

    @Test("a post is written, changed, listed and trashed, with its terms, as WordPress's programs do it")
    func posts() async throws {
        try await Self.run(
            """
            new = site.wp.newPost(1, *me, {"post_title": "Desk", "post_content": "<p>From a <em>desk</em></p>\\n\\nA line",
                "post_status": "publish", "terms_names": {"category": ["Desks"], "post_tag": ["wood"]},
                "post_date_gmt": x.DateTime("20120301T10:00:00")})
            post = site.wp.getPost(1, *me, new)
            site.wp.editPost(1, *me, new, {"post_title": "Desks"})
            titles = [p["post_title"] for p in site.wp.getPosts(1, *me, {"s": "desks"})]
            meta = site.metaWeblog.getPost(new, *me)
            site.mt.setPostCategories(new, *me, [])
            cleared = site.metaWeblog.getPost(new, *me)["categories"]
            site.wp.deletePost(1, *me, new)
            print(json.dumps([post["post_status"], sorted(t["name"] for t in post["terms"]), str(post["post_date"]), titles,
                meta["title"], meta["mt_keywords"], meta["link"], cleared, site.wp.getPost(1, *me, new)["post_status"]]))
            """
        ) { _, said in
            #expect(
                said == """
                    ["publish", ["Desks", "wood"], "20120301T10:00:00", ["Desks"], "Desks", "wood", \
                    "https://days.example/2012/03/01/desk/", [], "trash"]

                    """, "\(said)")
        }
    }

    @Test("older editors write as they always did: drafts, keywords, pages, pictures")
    func metaWeblog() async throws {
        try await Self.run(
            """
            new = site.metaWeblog.newPost("1", *me, {"title": "Old", "description": "a", "mt_text_more": "b",
                "categories": ["Attic"], "mt_keywords": "dust, wood"}, False)
            draft = site.metaWeblog.getPost(new, *me)
            site.metaWeblog.editPost(new, *me, {"title": "Old one"}, True)
            post = site.metaWeblog.getPost(new, *me)
            page = site.wp.newPage(1, *me, {"title": "Page", "description": "p"}, True)
            read = site.wp.getPage(1, page, *me)
            picture = bytes.fromhex("\(SmallPNG.bytes(width: 4, height: 4).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())")
            file = site.metaWeblog.newMediaObject(1, *me, {"name": "a.png", "type": "image/png", "bits": x.Binary(picture)})
            print(json.dumps([draft["post_status"], draft["description"], draft["categories"], post["post_status"],
                post["mt_keywords"], read["title"], file["url"], site.blogger.deletePost("key", new, *me, True),
                [p["title"] for p in site.wp.getPages(1, *me, 1)]]))
            """
        ) { site, said in
            #expect(
                said == """
                    ["draft", "a\\n<!--more-->\\nb", ["Attic"], "publish", "dust, wood", "Page", \
                    "https://days.example/wp-content/uploads/2026/04/a.png", true, ["Page"]]

                    """, "\(said)")
        }
    }

    @Test("responses are listed, judged and answered, and terms changed")
    func responses() async throws {
        try await Self.run(
            """
            one = site.wp.getComments(1, *me, {"status": "approve", "number": 1})[0]
            site.wp.editComment(1, *me, one["comment_id"], {"status": "hold", "content": "Other words"})
            held = site.wp.getComment(1, *me, one["comment_id"])
            answer = site.wp.newComment(1, *me, one["post_id"], {"comment_parent": int(one["comment_id"]), "content": "So"})
            site.wp.deleteComment(1, *me, answer)
            term = site.wp.newTerm(1, *me, {"taxonomy": "category", "name": "Novel"})
            site.wp.editTerm(1, *me, term, {"taxonomy": "category", "name": "Novels"})
            names = [t["name"] for t in site.wp.getTerms(1, *me, "category")]
            gone = site.wp.deleteTerm(1, *me, "category", term)
            print(json.dumps([held["status"], held["content"], site.wp.getComment(1, *me, one["comment_id"])["status"],
                "Novels" in names, gone, fault(site.wp.getTerm, 1, *me, "category", term)]))
            """
        ) { _, said in
            #expect(
                said == "[\"hold\", \"Other words\", \"approve\", true, true, [404, \"Invalid term ID.\"]]\n", "\(said)"
            )
        }
    }

    @Test("a call that is larger than the setting lets in is refused before it is read whole")
    func size() async throws {
        try await TestSite.run(DaysGoneBy.export, { $0.programBytes = 1_000 }) { site in
            let program = try await Program(site, .editor)
            let long = String(repeating: "a", count: 2_000)
            #expect(try await site.post("/xmlrpc.php", form: long).status == 413)
            #expect(try await program.send("POST", "/posts", "{\"title\": \"\(long)\"}").status == 413)
        }
    }

    @Test("only the token opens it, for its owner's name and rights; without any token there is nothing")
    func doors() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let empty = try await site.post("/xmlrpc.php", form: "")
            #expect(empty.status == 404)
            let program = try await Program(site, .editor, scopes: [.xmlRPC])
            let said = try await Self.python(
                """
                print(json.dumps([len(site.system.listMethods()) > 60, site.demo.sayHello(),
                    fault(site.wp.getPosts, 1, "editor@example.org", "a long password", {}),
                    fault(site.wp.getPosts, 1, "owner@example.org", me[1], {}),
                    fault(site.wp.setOptions, 1, *me, {"blog_title": "Mine"}), fault(site.wp.getPost, 1, *me, 4711),
                    fault(site.wp.nothing), fault(site.wp.getPost), site.wp.getUsersBlogs(*me)[0]["isAdmin"]]))
                """, port: site.port, password: program.token)
            #expect(
                said == """
                    [true, "Hello!", [403, "Incorrect username or password."], [403, "Incorrect username or password."], \
                    [401, "Sorry, you are not allowed to do that."], [404, "Invalid post ID."], \
                    [-32601, "The method wp.nothing is not here."], \
                    [400, "Insufficient arguments passed to this XML-RPC method."], false]

                    """, "\(said)")
            let rsd = try await site.get("/xmlrpc.php?rsd")
            #expect(rsd.text.contains("apiLink=\"\(TestSite.address)/xmlrpc.php\""))
            #expect(try await site.get("/xmlrpc.php").status == 405)
            // The token of a program of one kind opens no door of another.
            #expect(try await site.get("/api/v1/posts", "Authorization: Bearer \(program.token)").status == 403)
        }
    }
}
