/// A parsed template, before its names are looked up.
indirect enum TemplateNode: Sendable {
    case literal([UInt8], TemplatePlace)
    case value(TemplateName, isRaw: Bool)
    case section(TemplateName, isInverted: Bool, [TemplateNode])
    case partial(String, TemplatePlace)
    /// `{{<name}}`: the named template with some of its blocks replaced.
    case parent(String, TemplatePlace, blocks: [String: [TemplateNode]])
    /// `{{$name}}`: what stands here unless a heir replaces it.
    case block(String, [TemplateNode])
}

/// A dotted name, split; `.` alone is the path `["."]`.
struct TemplateName: Sendable {
    let path: [String]
    let place: TemplatePlace

    var text: String { path == ["."] ? "." : path.joined(separator: ".") }
}
