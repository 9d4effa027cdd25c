import Model
import Testing

@testable import Themes

@Suite("Templates")
struct EngineTests {
    @Test("text without tags is printed as it stands")
    func literal() throws {
        #expect(try render("Hello, {world}! é") == "Hello, {world}! é")
        #expect(try render("") == "")
    }

    @Test("a variable is escaped, spaces inside the tag do not matter")
    func variable() throws {
        let person = Person(name: "<A> & \"B\" 'C'")
        #expect(try render("[{{name}}|{{ name }}]", person).contains("&lt;A&gt; &amp; &quot;B&quot; &#39;C&#39;|&lt;A"))
    }

    @Test("HTML is printed raw with three braces or an ampersand")
    func raw() throws {
        #expect(try render("{{{biography}}} {{&biography}}") == "<b>bold</b> <b>bold</b>")
    }

    @Test("a flag opens a section, its inverse the other one")
    func flags() throws {
        let template = "{{#isAdult}}yes{{/isAdult}}{{^isAdult}}no{{/isAdult}}"
        #expect(try render(template) == "yes")
        #expect(try render(template, Person(isAdult: false)) == "no")
    }

    @Test("an optional text opens a section in which the dot is the text; an empty one is missing")
    func optionalText() throws {
        let template = "{{#nickname}}({{.}}={{nickname}}){{/nickname}}{{^nickname}}none{{/nickname}}"
        #expect(try render(template, Person(nickname: "<Ann>")) == "(&lt;Ann&gt;=&lt;Ann&gt;)")
        #expect(try render(template, Person(nickname: "")) == "none")
        #expect(try render(template) == "none")
        #expect(try render("{{#note}}{{{.}}}{{/note}}", Person(note: SafeHTML(sanitized: "<i>x</i>"))) == "<i>x</i>")
    }

    @Test("a missing value prints nothing")
    func missing() throws {
        #expect(try render("[{{nickname}}{{{note}}}]") == "[]")
    }

    @Test("a list runs its section for each element and sees the names outside")
    func lists() throws {
        let person = Person(nickname: "N", friends: [Person(name: "B"), Person(name: "C", nickname: "c")])
        #expect(try render("{{#friends}}{{name}}{{#nickname}}={{.}}{{/nickname}};{{/friends}}", person) == "B;C=c;")
        #expect(try render("{{^friends}}alone{{/friends}}") == "alone")
        #expect(try render("{{#friends}}{{place.city}} {{/friends}}", person) == "Rome Rome ")
    }

    @Test("a record opens a section when it is there, and dotted names reach into it")
    func records() throws {
        let person = Person(pet: Pet(isLoud: true))
        #expect(try render("{{#pet}}{{name}} of {{owner.city}}{{/pet}}", person) == "Rex of Rome")
        #expect(try render("{{pet.owner.city}}{{#pet.isLoud}}!{{/pet.isLoud}}", person) == "Rome!")
        #expect(try render("[{{pet.owner.city}}{{#pet.isLoud}}!{{/pet.isLoud}}]") == "[]")
        #expect(try render("{{^pet}}no pet{{/pet}}") == "no pet")
    }

    @Test("a dotted section does not hide the names around it")
    func dottedSectionScope() throws {
        #expect(try render("{{#pet.isLoud}}{{name}}{{/pet.isLoud}}", Person(pet: Pet(isLoud: true))) == "Anna")
    }

    @Test("names of an outer frame are reached under its prefix only")
    func prefixes() throws {
        #expect(try render("{{place.city}}") == "Rome")
        #expect(refusal("{{city}}") != nil)
        #expect(refusal("{{place}}") != nil)
    }

    @Test("comments leave nothing behind")
    func comments() throws {
        #expect(try render("a{{! b {{ }}c") == "ac")
        #expect(try render("a\n  {{! many\nlines }}\nb") == "a\nb")
    }

    @Test("lines that hold one tag alone leave no line behind")
    func standaloneLines() throws {
        #expect(try render("a\n  {{#isAdult}}  \nb\n{{/isAdult}}\nc") == "a\nb\nc")
        #expect(try render("{{#isAdult}}\r\nb\r\n{{/isAdult}}\r\n") == "b\r\n")
        #expect(try render("a {{#isAdult}}\nb{{/isAdult}}") == "a \nb")
        #expect(try render(" {{name}} \n") == " Anna \n")
        #expect(try render("{{#isAdult}}\n{{/isAdult}}") == "")
    }

    @Test("a partial is compiled where it stands")
    func partials() throws {
        #expect(try render("[{{> card}}]", partials: ["card": "{{name}}"]) == "[Anna]")
        let person = Person(friends: [Person(name: "B")])
        #expect(try render("{{#friends}}{{> card}}{{/friends}}", person, partials: ["card": "{{name}}"]) == "B")
    }

    @Test("a partial may hold itself over a list of its own kind, to any depth of the values")
    func recursion() throws {
        let tree = "({{name}}{{#friends}}{{> tree}}{{/friends}})"
        let leaf = Person(name: "D", friends: [Person(name: "E")])
        let person = Person(name: "A", friends: [Person(name: "B"), Person(name: "C", friends: [leaf])])
        #expect(try render("{{> tree}}", person, partials: ["tree": tree]) == "(A(B)(C(D(E))))")
        #expect(try render("{{#friends}}{{> tree}}{{/friends}}!", person, partials: ["tree": tree]) == "(B)(C(D(E)))!")
        let dotted = "{{name}}{{#friends}}{{#pet.isLoud}}{{> dotted}}{{/pet.isLoud}}{{/friends}}"
        let loud = Person(name: "A", friends: [Person(name: "B", pet: Pet(isLoud: true))])
        #expect(try render("{{> dotted}}", loud, partials: ["dotted": dotted]) == "AB")
    }

    @Test("a parent's blocks are replaced by its heir's")
    func inheritance() throws {
        let layout = "[{{$title}}none{{/title}}|{{$body}}empty{{/body}}]"
        let heir = "{{<layout}}{{$title}}{{name}}{{/title}}{{/layout}}"
        #expect(try render(heir, partials: ["layout": layout]) == "[Anna|empty]")
        let middle = "{{<layout}}{{$title}}middle{{/title}}{{$body}}b{{/body}}{{/layout}}"
        let last = "{{<middle}}{{$title}}heir{{/title}}{{/middle}}"
        #expect(try render(last, partials: ["layout": layout, "middle": middle]) == "[heir|b]")
        let box = "({{$body}}{{/body}})"
        let nested = "{{<box}}{{$body}}a{{<box}}{{$body}}b{{/body}}{{/box}}{{/body}}{{/box}}"
        #expect(try render(nested, partials: ["box": box]) == "(a(b))")
    }

    @Test("every text comes back from a page as it went in, and none opens a tag")
    func escapingProperty() throws {
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let alphabet = [
            "<", ">", "&", "\"", "'", "a", "é", "語", "&lt;", "\u{0}", "\n", "</script>", "{{name}}", "=", "`",
        ]
        for _ in 0..<500 {
            let text = (0..<next(12)).map { _ in alphabet[next(alphabet.count)] }.joined()
            let page = try render("<p title=\"{{name}}\">{{name}}</p>", Person(name: text))
            #expect(page.count { $0 == "<" } == 2)
            #expect(page.count { $0 == "\"" } == 2)
            let printed = page.split(separator: ">", maxSplits: 1)[1].dropLast(4)
            let back = printed.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
                .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
            #expect(Array(back.utf8) == Array(text.utf8))
        }
    }
}
