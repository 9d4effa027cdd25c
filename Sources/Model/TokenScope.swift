/// What a program's token is good for, beside what the role of its owner includes.
package enum TokenScope: String, Hashable, Sendable, CaseIterable {
    case read, posts, media, comments, terms, settings
    /// To be the password of an older program that speaks WordPress's XML-RPC.
    case xmlRPC = "xml-rpc"
}
