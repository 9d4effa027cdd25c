// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "thaw",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "thaw", targets: ["thaw"]),
        .executable(name: "thaw-fetch", targets: ["thaw-fetch"]),
        .executable(name: "thaw-mail", targets: ["thaw-mail"]),
        .executable(name: "thaw-images", targets: ["thaw-images"]),
        .library(name: "EDTF", targets: ["EDTF"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(
            url: "https://github.com/apple/swift-configuration", exact: "1.4.0",
            traits: [.defaults]),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-http2", exact: "1.46.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
    ],
    targets: [
        .executableTarget(
            name: "thaw",
            dependencies: [
                "Accounts", "CJemalloc", "Citations", "Conversation", "Database", "EDTF", "Exchange", "Identities",
                "Images", "Jobs",
                "Language",
                "Mailing",
                "Model",
                "Outbound",
                "Pages",
                "Publishing", "SQLiteDatabase", "Search", "Secrets", "Spam", "Store", "Subscriptions", "Themes", "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            linkerSettings: [
                // lld packs the relocations of a static program, which are megabytes that the start would map and read.
                .unsafeFlags(
                    ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"],
                    .when(platforms: [.linux], configuration: .release))
            ]),
        .executableTarget(name: "thaw-fetch", dependencies: ["CCurl", "CLinux", "Model", "Outbound"]),
        .executableTarget(name: "thaw-mail", dependencies: ["CCurl", "CLinux", "Outbound"]),
        .executableTarget(name: "thaw-images", dependencies: ["CLinux", "CVips", "Images"]),
        .target(
            name: "Web",
            dependencies: [
                "Accounts", "Administration", "Citations", "Conversation", "Database", "EDTF", "Exchange", "Feeds",
                "Identities",
                "Jobs", "Language", "Mailing", "Model", "Pages", "Publishing", "Search", "Secrets", "Spam", "Store",
                "Subscriptions", "Themes", "WebAuthn",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdHTTP2", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOExtras", package: "swift-nio-extras"),
                .product(name: "NIOHPACK", package: "swift-nio-http2"),
                .product(name: "NIOHTTP2", package: "swift-nio-http2"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        .target(
            name: "Pages",
            dependencies: [
                "CBrotli", "CZlib", "Model",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        .target(
            name: "Publishing",
            dependencies: [
                "Citations", "Database", "EDTF", "Exchange", "Images", "Jobs", "Language", "Markup", "Model",
                "Outbound",
                "Store", "Subscriptions",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .target(
            name: "Accounts",
            dependencies: [
                "Database", "Identities", "Images", "Jobs", "Language", "Mailing", "Model", "Outbound", "Publishing",
                "Secrets", "Store", "WebAuthn",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        .target(
            name: "Identities",
            dependencies: [
                "Markup", "Model", "Outbound",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "JWTKit", package: "jwt-kit"),
            ]),
        .target(
            name: "WebAuthn",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        .target(
            name: "Administration", dependencies: ["CQREncode", "Language", "Model", "Themes"],
            resources: [.embedInCode("Templates")]),
        .target(
            name: "Conversation",
            dependencies: [
                "Database", "Jobs", "Language", "Mailing", "Markup", "Model", "Outbound", "Publishing", "Secrets",
                "Spam",
                "Store", "Subscriptions",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .target(
            name: "Secrets", dependencies: ["Model", .product(name: "Crypto", package: "swift-crypto")]),
        .target(
            name: "Subscriptions",
            dependencies: ["Database", "Exchange", "Jobs", "Language", "Mailing", "Model", "Secrets", "Store"]),
        .target(name: "Exchange", dependencies: ["CLibXML2", "CZlib", "Model"]),
        .target(name: "Jobs", dependencies: ["Database", "Model", "Store"]),
        .target(name: "Mailing", dependencies: ["Database", "Jobs", "Model", "Outbound", "Store"]),
        .target(name: "Outbound", dependencies: ["Model", "Programs"]),
        .target(name: "Store", dependencies: ["Database", "EDTF", "Model", "Search"]),
        .target(
            name: "SQLiteDatabase",
            dependencies: [
                "Database",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .target(name: "Database"),
        .target(name: "Themes", dependencies: ["Language", "Model"], resources: [.embedInCode("Default")]),
        .target(name: "Feeds", dependencies: ["Model"]),
        .target(name: "Images", dependencies: ["Programs"]),
        .target(name: "Programs", dependencies: ["CLinux"]),
        .target(name: "Citations", dependencies: ["Model"]),
        .target(name: "EDTF"),
        .target(name: "Language", dependencies: ["EDTF", "Model"]),
        .target(name: "Markup", dependencies: ["CGumbo", "CMarkGFM", "Citations", "Model"]),
        .target(name: "Search"),
        .target(name: "Spam", dependencies: ["Model"]),
        .target(name: "Model", dependencies: ["EDTF"]),
        .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
        .systemLibrary(
            name: "CMarkGFM", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .target(name: "CJemalloc", linkerSettings: [.linkedLibrary("jemalloc")]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLinux"),
        // By GObject's flags, which libvips' headers need: libvips' own have some that SwiftPM refuses.
        .systemLibrary(name: "CVips", pkgConfig: "gobject-2.0", providers: [.apt(["libvips-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        .target(name: "BrowserSupport", path: "Tests/BrowserSupport"),
        .target(name: "DatabaseSupport", dependencies: ["Database"], path: "Tests/DatabaseSupport"),
        .target(name: "ExportSupport", dependencies: ["CZlib", "Model"], path: "Tests/ExportSupport"),
        .target(name: "LoopbackSupport", path: "Tests/LoopbackSupport"),
        .target(name: "FeedSupport", dependencies: ["Model"], path: "Tests/FeedSupport"),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "Database", "DatabaseSupport", "Exchange", "ExportSupport", "Images", "LoopbackSupport", "Model",
                "Publishing", "SQLiteDatabase", "Store", "thaw", "thaw-fetch", "thaw-images",
                "thaw-mail",
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .target(
            name: "SiteSupport",
            dependencies: [
                "Accounts", "CZlib", "Conversation", "Database", "DatabaseSupport", "Identities", "Images", "Jobs",
                "Mailing", "Model", "Outbound", "Pages",
                "Publishing",
                "SQLiteDatabase",
                "Store", "Subscriptions",
                "Themes", "Web", "thaw-fetch", "thaw-images",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "Tests/SiteSupport"),
        .testTarget(
            name: "BrowserTests",
            dependencies: [
                "Accounts", "BrowserSupport", "Conversation", "Database", "DatabaseSupport", "Identities",
                "LoopbackSupport", "Mailing", "Model", "Publishing", "SQLiteDatabase", "Secrets", "SiteSupport",
                "Store",
                "Web",
            ]),
        .testTarget(name: "AccountsTests", dependencies: ["Accounts", "Model", "Secrets"]),
        .testTarget(name: "CitationsTests", dependencies: ["Citations", "Model"]),
        .testTarget(name: "ConversationTests", dependencies: ["Conversation", "Model"]),
        .testTarget(name: "EDTFTests", dependencies: ["EDTF"]),
        .testTarget(name: "ExchangeTests", dependencies: ["CZlib", "Exchange", "Model"]),
        .testTarget(name: "FeedsTests", dependencies: ["Feeds", "FeedSupport", "Model"]),
        .testTarget(
            name: "IdentitiesTests",
            dependencies: [
                "Identities", "LoopbackSupport", "Model", "Outbound", "thaw-fetch",
                .product(name: "JWTKit", package: "jwt-kit"),
            ]),
        .testTarget(
            name: "ImagesTests",
            dependencies: ["CVips", "CZlib", "DatabaseSupport", "ExportSupport", "Images", "thaw-images"]),
        .testTarget(
            name: "JobsTests",
            dependencies: ["Database", "DatabaseSupport", "Jobs", "Model", "SQLiteDatabase", "Store"]),
        .testTarget(
            name: "LanguageTests", dependencies: ["EDTF", "Language", "Model"], resources: [.embedInCode("Titles")]),
        .testTarget(name: "MarkupTests", dependencies: ["BrowserSupport", "Citations", "Markup", "Model"]),
        .testTarget(name: "ModelTests", dependencies: ["Model"]),
        .testTarget(
            name: "MailingTests",
            dependencies: [
                "Accounts", "Conversation", "Database", "DatabaseSupport", "Jobs", "LoopbackSupport", "Mailing",
                "Model",
                "Outbound", "SQLiteDatabase", "SiteSupport", "Store", "Subscriptions", "Web", "thaw-mail",
            ]),
        .testTarget(
            name: "OutboundTests",
            dependencies: ["DatabaseSupport", "LoopbackSupport", "Model", "Outbound", "thaw-fetch"]),
        .testTarget(
            name: "PagesTests",
            dependencies: ["CZlib", "Model", "Pages", .product(name: "NIOCore", package: "swift-nio")]),
        .testTarget(
            name: "PublishingTests",
            dependencies: [
                "Citations", "Database", "DatabaseSupport", "EDTF", "Exchange", "ExportSupport", "Images", "Jobs",
                "Model", "Publishing", "SQLiteDatabase", "SiteSupport", "Store",
            ]),
        .testTarget(name: "SearchTests", dependencies: ["Search"]),
        .testTarget(name: "SpamTests", dependencies: ["Spam"]),
        .testTarget(name: "SQLiteDatabaseTests", dependencies: ["Database", "DatabaseSupport", "SQLiteDatabase"]),
        .testTarget(
            name: "StoreTests",
            dependencies: ["Database", "DatabaseSupport", "EDTF", "Model", "SQLiteDatabase", "Search", "Store"]),
        .testTarget(name: "ThemesTests", dependencies: ["Language", "Model", "Themes"]),
        .testTarget(
            name: "WebAuthnTests",
            dependencies: [
                "WebAuthn",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        .testTarget(
            name: "WebConnectionTests",
            dependencies: [
                "Model", "Pages", "Web",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Accounts", "Citations", "Conversation", "Database", "DatabaseSupport", "EDTF", "FeedSupport",
                "Identities",
                "Images", "Jobs", "LoopbackSupport", "Mailing", "Model", "Outbound", "Pages", "Publishing",
                "Secrets", "SiteSupport",
                "SQLiteDatabase", "Spam", "Store", "Web", "thaw",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
