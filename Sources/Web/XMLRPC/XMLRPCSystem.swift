import Exchange

/// What programs ask before anything else.
enum XMLRPCSystem {
    static let methods: [String: XMLRPCMethod] = [
        "system.listMethods": .open { .array(XMLRPCMethod.all.keys.sorted().map { .string($0) }) },
        "mt.supportedMethods": .open { .array(XMLRPCMethod.all.keys.sorted().map { .string($0) }) },
        "mt.supportedTextFilters": .open { [] },
        "system.getCapabilities": .open {
            ["xmlrpc": ["specUrl": "http://xmlrpc.com/spec.md", "specVersion": 1]]
        },
        "demo.sayHello": .open { "Hello!" },
    ]
}
