"""The made-up site is the same each time, and has what its arguments say."""

import contextlib
import io
import json
import pathlib
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from unittest import mock

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import make_site

WP = "{http://wordpress.org/export/1.2/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


class MakeSite(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def made(self, name, *arguments):
        out = self.folder / name
        with mock.patch.object(sys, "argv", ["make_site.py", str(out), *arguments]):
            make_site.main()
        return out

    def test_it_has_exactly_what_was_asked_for(self):
        index = self.folder / "index.json"
        root = ElementTree.parse(
            self.made("a.xml", "--posts", "151", "--comments", "1234", "--index", str(index))).getroot()
        items = root.findall("channel/item")
        counts = [len(item.findall(WP + "comment")) for item in items]
        self.assertEqual((len(items), sum(counts)), (151, 1234))
        self.assertEqual([count for count in counts[49::50]], [50, 50, 50])
        said = json.loads(index.read_text())
        self.assertEqual((said["posts"], said["comments"], len(said["long_threads"])), (151, 1234, 3))
        links = [item.findtext("link") for item in items]
        self.assertEqual(links[49], make_site.SITE + said["long_threads"][0])

    def test_threads_are_added_at_the_end(self):
        index = self.folder / "index.json"
        root = ElementTree.parse(
            self.made(
                "a.xml", "--posts", "3", "--comments", "0", "--threads", "5", "70", "--index", str(index))).getroot()
        items = root.findall("channel/item")[3:]
        self.assertEqual([len(item.findall(WP + "comment")) for item in items], [5, 70])
        said = json.loads(index.read_text())
        self.assertEqual((said["posts"], said["comments"]), (5, 75))
        self.assertEqual([make_site.SITE + path for path in said["threads"]], [item.findtext("link") for item in items])

    def test_the_same_arguments_give_the_same_bytes(self):
        first, second = (self.made(name, "--posts", "60", "--comments", "300") for name in ("a.xml", "b.xml"))
        self.assertEqual(first.read_bytes(), second.read_bytes())

    def test_pictures_are_in_the_folder_and_in_every_third_post(self):
        index, media = self.folder / "index.json", self.folder / "media"
        root = ElementTree.parse(
            self.made(
                "a.xml", "--posts", "10", "--comments", "0", "--media", str(media), "--pictures", "2", "--index",
                str(index))).getroot()
        said = json.loads(index.read_text())
        addresses = [url.text for url in root.iter(WP + "attachment_url")]
        self.assertEqual(addresses, [make_site.SITE + path for path in said["pictures"]])
        for path in said["pictures"]:
            file = media / path.removeprefix("/wp-content/uploads/")
            self.assertTrue(file.read_bytes().startswith(b"\x89PNG"))
        contents = [item.findtext(CONTENT) for item in root.findall("channel/item")][2:]
        self.assertEqual([content.count("<img ") for content in contents], [0, 0, 3, 0, 0, 3, 0, 0, 3, 0])
        self.assertEqual(len(said["pictured"]), 3)

    def test_a_size_is_reached_and_not_passed_by_more_than_a_post(self):
        size = self.made("a.xml", "--bytes", "500000").stat().st_size
        self.assertTrue(500_000 <= size < 515_000, size)

    def test_too_few_comments_for_the_long_threads_are_refused(self):
        with self.assertRaises(SystemExit), contextlib.redirect_stderr(io.StringIO()):
            self.made("a.xml", "--posts", "100", "--comments", "99")


if __name__ == "__main__":
    unittest.main()
