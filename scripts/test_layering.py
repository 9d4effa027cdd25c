"""Bad samples that scripts/layering has to find, and good ones that it has to leave alone."""

import importlib.machinery
import importlib.util
import pathlib
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
loader = importlib.machinery.SourceFileLoader("layering", str(HERE / "layering"))
layering = importlib.util.module_from_spec(importlib.util.spec_from_loader("layering", loader))
loader.exec_module(layering)

LAYERS = """
* ; Foundation
thaw : all ; ArgumentParser
Web : Markup Model ; Hummingbird
Markup : Model
Model :
"""
MAP = """
## Targets

| target | what it is | may use |
|---|---|---|
| `thaw` | the executable | all |
| `Web` | pages | Markup, Model |
| `Markup` | HTML | Model |
| `Model` | values | – |
"""


def manifest(**dependencies):
    return {"targets": [
        {"name": name, "type": "regular", "dependencies": declared} for name, declared in dependencies.items()
    ]}


class Layering(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        for target in ["thaw", "Web", "Markup", "Model"]:
            (self.root / "Sources" / target).mkdir(parents=True)
        (self.root / "Tests").mkdir()
        self.write("scripts/layers.txt", LAYERS)
        self.write("ARCHITECTURE.md", MAP)

    def write(self, path, text):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text)

    def found(self, **dependencies):
        return list(layering.breaches(self.root, manifest(**dependencies)))

    def assert_found(self, *words, **dependencies):
        found = self.found(**dependencies)
        self.assertEqual(len(found), 1, found)
        for word in words:
            self.assertIn(word, found[0])

    def test_a_clean_tree_has_no_breach(self):
        self.write("Sources/Web/A.swift", "package import Model\nimport struct Foundation.Data\nlet a = 1\n")
        self.assertEqual(self.found(), [])

    def test_an_import_upwards_is_found(self):
        self.write("Sources/Model/A.swift", "\nimport Web\n")
        self.assert_found("Sources/Model/A.swift:2", "may not import Web")

    def test_a_foreign_package_in_the_wrong_target_is_found(self):
        self.write("Sources/Markup/A.swift", "@preconcurrency internal import Hummingbird\n")
        self.assert_found("may not import Hummingbird")

    def test_a_declared_dependency_upwards_is_found(self):
        self.assert_found("Model may not depend on Web", Model=[{"byName": ["Web", None]}])

    def test_a_declared_product_in_the_wrong_target_is_found(self):
        self.assert_found("Markup may not depend on GRDB", Markup=[{"product": ["GRDB", "GRDB.swift", None, None]}])

    def test_a_table_that_points_upwards_is_found(self):
        self.write("scripts/layers.txt", LAYERS.replace("Model :", "Model : Web"))
        self.assertIn("layers.txt:6: Model may name only targets below it, not Web", self.found())

    def test_a_folder_outside_the_table_is_found(self):
        (self.root / "Sources" / "Helpers").mkdir()
        self.assert_found("Sources/Helpers: not in scripts/layers.txt")

    def test_a_map_that_names_too_much_is_found(self):
        self.write("ARCHITECTURE.md", MAP + "| `Jobs` | the queue | Model |\n")
        self.assert_found("the table names Jobs")

    def test_a_map_that_names_too_little_is_found(self):
        self.write("ARCHITECTURE.md", MAP.replace("| `Model` | values | – |\n", ""))
        self.assert_found("does not name Model")

    def test_a_map_that_allows_more_than_the_table_is_found(self):
        self.write("ARCHITECTURE.md", MAP.replace("| HTML | Model |", "| HTML | Model, Web |"))
        self.assert_found("lets Markup use Web")

    def test_a_map_that_allows_less_than_the_table_is_found(self):
        self.write("ARCHITECTURE.md", MAP.replace("| pages | Markup, Model |", "| pages | Model |"))
        self.assert_found("lets Web use Markup")

    def test_all_stands_for_what_is_below(self):
        self.write("Sources/thaw/A.swift", "import Markup\n")
        self.assertEqual(self.found(), [])

    def test_a_path_that_rotted_is_found(self):
        self.write("ARCHITECTURE.md", MAP + "\nSee `Sources/Web/Routes.swift`.\n")
        self.assert_found("names Sources/Web/Routes.swift")

    def test_a_link_that_rotted_is_found(self):
        self.write("docs/a.md", "See [this](b.md), [that](#part) and [those](https://example.org/).\n")
        self.assert_found("docs/a.md: links to b.md")

    def test_reading_the_environment_is_found(self):
        self.write("Sources/Web/A.swift", 'let port = ProcessInfo.processInfo.environment["PORT"]\n')
        self.assert_found("only the executable reads the environment")

    def test_safe_html_made_elsewhere_is_found(self):
        self.write("Sources/Web/A.swift", "let a = SafeHTML(sanitized: text)\n")
        self.assert_found("only Markup makes SafeHTML")

    def test_a_clock_randomness_and_async_in_a_value_layer_are_found(self):
        self.write("Sources/Model/A.swift", "let a = Date()\nlet b = UUID()\nfunc c() async {}\n")
        self.assertEqual(len(self.found()), 3)

    def test_comments_and_text_are_no_code(self):
        self.write("Sources/Model/A.swift", '// Date()\n/* a /* b */ UUID() */\nlet a = "Date() \\" UUID()"\n')
        self.assertEqual(self.found(), [])

    def test_a_line_after_a_long_text_keeps_its_number(self):
        self.write("Sources/Model/A.swift", 'let a = """\n    one\n    """\nlet b = Date()\n')
        self.assert_found("Sources/Model/A.swift:4")

    def test_a_sleeping_test_is_found(self):
        self.write("Tests/WebTests/A.swift", "try await Task.sleep(for: .seconds(1))\n")
        self.assert_found("it never sleeps")

    def test_unfinished_work_is_found(self):
        self.write("Sources/Web/A.swift", "// TO" "DO: later\n")
        self.assert_found("is left in the code")

    def test_a_long_file_is_found(self):
        self.write("Sources/Web/A.swift", "let a = 1\n" * 401)
        self.assert_found("over 400 lines")

    def test_unchecked_sendable_needs_its_reason(self):
        self.write("Sources/Web/A.swift", "final class A: @unchecked Sendable {}\n")
        self.assert_found("Safety:")
        self.write("Sources/Web/A.swift", "// Safety: never changed.\nfinal class A: @unchecked Sendable {}\n")
        self.assertEqual(self.found(), [])


if __name__ == "__main__":
    unittest.main()
