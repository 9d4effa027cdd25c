package import Model

/// The addresses elsewhere to which a rendered page leads its readers.
package enum LinkedAddresses {
    /// Longer than any that people paste.
    private static let longest = 2000

    /// Without fragments. Links that `ArchivedLinks` has added are none of the writer's.
    package static func read(_ page: SafeHTML) -> Set<String> {
        let bytes = Bytes(page.markup.utf8)
        var scanner = HTMLScanner(bytes)
        var addresses: Set<String> = []
        while let token = scanner.next() {
            guard token.kind == .startTag, token.name == "a" else { continue }
            let link = ArchivedLinks.link(token, scanner)
            guard !link.isArchive, let address = link.address, address.utf8.count <= longest else { continue }
            addresses.insert(address)
        }
        return addresses
    }
}
