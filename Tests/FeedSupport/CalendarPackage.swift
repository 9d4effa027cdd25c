import Foundation

/// The package “icalendar” of PyPI with dateutil, which `scripts/bootstrap test` brings: what other programs make of a calendar.
package enum CalendarPackage {
    package struct Fault: Error {
        package let what: String
    }

    /// An event as the package reads it.
    package struct Event: Decodable {
        package let uid: String
        package let summary: String
        package let description: String?
        package let categories: [String]
        package let location: String?
        package let organizer: String?
        package let edtf: String?
        package let url: String?
        package let geo: [Double]?
        /// The first day, and all days on which it comes back from 2023 to 2030: `2024-02-29`.
        package let start: String
        package let days: [String]
    }

    package struct Calendar: Decodable {
        package let name: String
        package let wait: Double
        package let events: [Event]
        /// What the package could not read and went past.
        package let errors: [String]
    }

    /// Waits without a thread, which other tests need.
    package static func read(_ bytes: [UInt8]) async throws -> Calendar {
        let packages = URL(filePath: FileManager.default.currentDirectoryPath).appending(path: ".build/icalendar")
        guard FileManager.default.fileExists(atPath: packages.appending(path: "list").path) else {
            throw Fault(what: "the package icalendar is not in \(packages.path); please run scripts/bootstrap test")
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "thaw-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (input, output) = (folder.appending(path: "input.ics"), folder.appending(path: "output"))
        let faults = folder.appending(path: "faults")
        try Data(bytes).write(to: input)
        for file in [output, faults] { try Data().write(to: file) }

        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-B", "-c", script]
        process.environment = ["PYTHONPATH": packages.path, "PYTHONIOENCODING": "utf-8"]
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: faults)
        let (ended, end) = AsyncStream.makeStream(of: Never.self)
        process.terminationHandler = { _ in end.finish() }
        try process.run()
        for await _ in ended {}
        guard process.terminationStatus == 0 else {
            throw Fault(what: try String(contentsOf: faults, encoding: .utf8))
        }
        return try JSONDecoder().decode(Calendar.self, from: Data(contentsOf: output))
    }

    private static let script = """
        import datetime, json, sys
        import icalendar
        from dateutil.rrule import rrulestr

        def text(event, name):
            return str(event[name]) if name in event else None

        def days(event):
            start = datetime.datetime.combine(event["DTSTART"].dt, datetime.time())
            rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=start)
            between = rule.between(datetime.datetime(2023, 1, 1), datetime.datetime(2030, 12, 31), inc=True)
            return [day.date().isoformat() for day in between]

        def read(event):
            assert type(event["DTSTART"].dt) is datetime.date and event["DTSTAMP"].dt.tzinfo is not None
            assert event.end - event.start == datetime.timedelta(days=1)
            return {
                "uid": text(event, "UID"), "summary": text(event, "SUMMARY"),
                "description": text(event, "DESCRIPTION"), "location": text(event, "LOCATION"),
                "categories": [str(category) for category in event.categories], "url": text(event, "URL"),
                "organizer": event["ORGANIZER"].params["CN"] if "ORGANIZER" in event else None,
                "edtf": text(event, "X-THAW-EDTF"),
                "geo": [event["GEO"].latitude, event["GEO"].longitude] if "GEO" in event else None,
                "start": event["DTSTART"].dt.isoformat(), "days": days(event)}

        calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
        json.dump({
            "name": str(calendar["NAME"]), "wait": calendar["REFRESH-INTERVAL"].dt.total_seconds(),
            "events": [read(event) for event in calendar.walk("VEVENT")],
            "errors": [str(error) for part in calendar.walk() for error in part.errors]}, sys.stdout)
        """
}
