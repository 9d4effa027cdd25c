import Model

@testable import Themes

struct Person: View {
    var name = "Anna"
    var nickname: String?
    var home = SafeURL(path: "/anna/")
    var photo: SafeURL?
    var biography = SafeHTML(sanitized: "<b>bold</b>")
    var note: SafeHTML?
    var isAdult = true
    var pet: Pet?
    var friends: [Person] = []
    var data: ScriptJSON?

    static let fields: [Field<Person>] = [
        .text("name") { $0.name },
        .optionalText("nickname") { $0.nickname },
        .url("home") { $0.home },
        .optionalURL("photo") { $0.photo },
        .html("biography") { $0.biography },
        .optionalHTML("note") { $0.note },
        .flag("isAdult") { $0.isAdult },
        .optionalRecord("pet") { $0.pet },
        .list("friends") { $0.friends },
        .optionalScript("data") { $0.data },
    ]
}

struct Pet: View {
    var name = "Rex"
    var isLoud = false
    var owner = Place()

    static let fields: [Field<Pet>] = [
        .text("name") { $0.name },
        .flag("isLoud") { $0.isLoud },
        .record("owner") { $0.owner },
    ]
}

struct Place: View {
    var city = "Rome"

    static let fields: [Field<Place>] = [.text("city") { $0.city }]
}

/// Renders a template over a person; `partials` by name.
func render(
    _ source: String, _ person: Person = Person(), partials: [String: String] = [:]
) throws(TemplateError) -> String {
    var templates: [String: [TemplateNode]] = [:]
    for (name, source) in partials {
        templates[name] = try TemplateParser.parse(source, file: "\(name).mustache")
    }
    templates["main"] = try TemplateParser.parse(source, file: "main.mustache")
    let outer = [(prefix: "place", shape: Shape(of: Place.self))]
    let program = try Compiler.compile("main", shape: Shape(of: Person.self), outer: outer, templates: templates)
    var bytes: [UInt8] = []
    program.run([Record(Place()), Record(person)], into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
}

/// The error that a template is refused with, as `file:line:column: message`.
func refusal(_ source: String, partials: [String: String] = [:]) -> String? {
    do throws(TemplateError) {
        _ = try render(source, partials: partials)
        return nil
    } catch {
        return error.description
    }
}
