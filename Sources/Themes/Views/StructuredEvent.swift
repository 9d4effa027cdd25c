/// What a post tells of, as schema.org's `temporalCoverage` and Event.
package struct StructuredEvent: Sendable {
    package var name: String
    /// ISO 8601: a date, or an interval, which may be open (`1945/..`).
    package var coverage: String
    package var start: String?
    package var end: String?
    package var place: String?
    /// In degrees.
    package var latitude: String?
    package var longitude: String?

    package init(
        name: String, coverage: String, start: String? = nil, end: String? = nil, place: String? = nil,
        latitude: String? = nil, longitude: String? = nil
    ) {
        self.name = name
        self.coverage = coverage
        self.start = start
        self.end = end
        self.place = place
        self.latitude = latitude
        self.longitude = longitude
    }

    var json: ScriptValue {
        .object([
            .init("@type", "Event"), .init("name", name.isEmpty ? nil : name), .init("startDate", start),
            .init("endDate", end), .init("location", location),
        ])
    }

    private var location: ScriptValue? {
        if place == nil, latitude == nil { return nil }
        let point: ScriptValue? =
            latitude == nil
            ? nil
            : .object([
                .init("@type", "GeoCoordinates"), .init("latitude", latitude), .init("longitude", longitude),
            ])
        return .object([.init("@type", "Place"), .init("name", place), .init("geo", point)])
    }
}
