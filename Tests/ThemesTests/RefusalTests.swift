import Testing

@testable import Themes

@Suite("Templates that are refused")
struct RefusalTests {
    @Test("an unknown name is told with its file, line and column, and what there is")
    func unknownName() {
        #expect(
            refusal("Hi\n é {{nam}}")
                == "main.mustache:2:4: there is no “nam” here; Person has biography, data, friends, home, isAdult, name, "
                + "nickname, note, pet, photo")
        #expect(refusal("{{pet.age}}")?.hasPrefix("main.mustache:1:1: there is no “age” here; Pet has") == true)
        #expect(refusal("{{> card}}", partials: ["card": "\n{{x}}"])?.hasPrefix("card.mustache:2:1:") == true)
    }

    @Test(
        "a name is used as its kind allows",
        arguments: [
            ("{{{name}}}", "is not HTML"), ("{{biography}}", "is HTML; print it with {{{biography}}}"),
            ("{{#name}}x{{/name}}", "is plain text that is always there"), ("{{^name}}x{{/name}}", "always there"),
            ("{{isAdult}}", "yes or no"), ("{{friends}}", "open a section"), ("{{pet}}", "open a section"),
            ("{{friends.name}}", "no names of its own"), ("{{.}}", "names nothing"),
            ("{{^pet.isLoud}}x{{/pet.isLoud}}", "may be missing as a whole"),
        ])
    func kinds(template: String, message: String) throws {
        let error = try #require(refusal(template))
        #expect(error.contains(message))
        #expect(error.hasPrefix("main.mustache:1:1: "))
    }

    @Test(
        "what does not read is refused",
        arguments: [
            ("a {{name", "main.mustache:1:3: this tag is never closed"), ("{{{name}}", "never closed"),
            ("{{#isAdult}}", "main.mustache:1:1: “isAdult” is opened here and never closed"),
            ("{{/isAdult}}", "never opened"), ("{{#isAdult}}{{/name}}", "is closed where “isAdult” (line 1) is open"),
            ("{{}}", "one name"), ("{{a b}}", "one name"), ("{{a..b}}", "is not a name"),
            ("{{=<% %>=}}", "not supported"), ("{{> nothing}}", "there is no template “nothing.mustache”"),
        ])
    func syntax(template: String, message: String) throws {
        #expect(try #require(refusal(template)).contains(message))
    }

    @Test(
        "text is printed only where escaping makes it harmless",
        arguments: [
            ("<a href=\"{{name}}\">", "takes an address"), ("<img src='{{name}}'>", "takes an address"),
            ("<form action=\"{{name}}\">", "takes an address"), ("<a href={{home}}>", "in quotes"),
            ("<a href=\" {{name}}\">", "takes an address"), ("<a href=\"{{photo}}{{name}}\">", "takes an address"),
            ("<p class={{name}}>", "in quotes"), ("<p onclick=\"{{name}}\">", "nothing may be printed into “onclick”"),
            ("<p style=\"color: {{name}}\">", "nothing may be printed into “style”"), ("<p {{name}}>", "tag’s names"),
            ("<{{name}}>", "tag’s names"), ("<script>{{name}}</script>", "inside <script>"),
            ("<style>{{name}}</style>", "inside <style>"), ("<!-- {{name}} -->", "comment"),
            ("<p title=\"{{{biography}}}\">", "inside an attribute"),
            ("<script>{{{biography}}}</script>", "inside <script>"), ("<p>{{{data}}}</p>", "ld+json"),
            ("<script>{{{data}}}</script>", "ld+json"),
            ("<a {{#isAdult}}href=\"{{/isAdult}}{{name}}\">", "does not close"),
            ("{{#isAdult}}<script>{{/isAdult}}", "does not close"), ("{{#pet}}<p {{/pet}}", "does not close"),
        ])
    func context(template: String, message: String) throws {
        #expect(try #require(refusal(template)).contains(message))
    }

    @Test(
        "harmless places are not refused",
        arguments: [
            "<a href=\"{{home}}\" title='{{name}}'>{{name}}</a>", "<a href=\"/people/{{name}}/\">x</a>",
            "<a href=\"{{home}}{{name}}/\">x</a>", "{{#photo}}<a href=\"{{.}}{{name}}/\">x</a>{{/photo}}",
            "<li{{#isAdult}} class=\"adult\"{{/isAdult}}>{{name}}</li>", "<!-- note --><p>{{name}}</p>",
            "<p class=\"a{{#isAdult}} b{{/isAdult}}\">{{name}}</p>", "<br/>{{name}}", "<input disabled>{{name}}",
            "<script type=\"application/ld+json\">{{{data}}}</script>{{name}}", "a < b {{name}}",
            "<style>p { }</style>{{name}}", "<!DOCTYPE html>{{name}}", "<a href=\"{{home}}\"><b>{{name}}</b></a>",
            "<option{{#isAdult}} selected{{/isAdult}} value=\"{{name}}\">",
        ])
    func harmless(template: String) { #expect(refusal(template) == nil) }

    @Test("templates that hold themselves without end are refused")
    func endless() {
        #expect(refusal("{{> a}}", partials: ["a": "{{> a}}"])?.contains("without end") == true)
        #expect(refusal("{{> a}}", partials: ["a": "{{> b}}", "b": "{{> a}}"])?.contains("without end") == true)
        #expect(refusal("{{<a}}{{/a}}", partials: ["a": "{{<a}}{{/a}}"])?.contains("deep") == true)
    }

    @Test("sections nested too deep are refused")
    func deep() {
        let template = String(repeating: "{{#isAdult}}", count: 100) + String(repeating: "{{/isAdult}}", count: 100)
        #expect(refusal(template)?.contains("deep") == true)
    }
}
