extension Settings {
    /// Where the server itself is reached, without a final slash.
    func ownURL(port: Int) -> String {
        // An IPv6 address stands in brackets.
        let name = host.contains(":") ? "[\(host)]" : host
        return "\(encryption.files == nil ? "http" : "https")://\(name):\(port)"
    }
}
