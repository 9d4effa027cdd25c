#!/usr/bin/env python3
"""Writes a made-up blog as a WordPress export (WXR 1.2); the same arguments give the same bytes.

    bench/make_site.py OUT.xml --posts 10000 --comments 100000 [--index OUT.json]
    bench/make_site.py OUT.xml --bytes 250000000
    bench/make_site.py OUT.xml --posts 200 --comments 600 --media FOLDER [--pictures 24] [--index OUT.json]

Posts are 3 to 6 kB of block markup, the size of an ordinary entry, and appear every 17.5 hours from 2005 on, so that a
month of a small site holds as much as a month of a large one. Every fiftieth post has exactly 50 comments in threads;
the others share the rest. `--threads 75 5000` adds posts with so many comments. With a folder for media, every third post begins with one of a few pictures and shows two more.
The index names what the bench asks for.
"""

import argparse
import datetime
import json
import pathlib
import random

import pictures

SITE = "https://bench.example"
BEGIN = datetime.datetime(2005, 1, 1, 6)
COMMENTS_OF_A_LONG_THREAD = 50
CATEGORIES = ["politics", "science", "work", "art", "travel", "war", "peace", "letters", "trade", "weather"]
MONTHS = (
    "January February March April May June July August September October November December").split()
TAGS = [f"subject-{number}" for number in range(1, 41)]
FIRST_ATTACHMENT = 1_000_001
AUTHORS = ["mara", "tobias", "agnes"]
WORDS = (
    "a about account across after again air all along already also an and answer any archive around as at away before"
    " began behind between book both bridge by calendar called came capital captain carried century church city clock"
    " coast copy council country court crossed crowd day days death decided door down each early east edge end engine"
    " evening every family far few field figure first followed for found four from garden gave great ground half harbour"
    " heard held her hill him his history horse hour house hundred ice in into island it journey kept king knew land"
    " last later left letter light line little long made many map march market meeting men mile mill month moon morning"
    " most mountain moved name near never new news night no north not note nothing now of officer old on once one only"
    " open or order other our out over page paper part passed people picture place poor port power printed queen rain"
    " reached read record report river road room said sail same saw sea second seen sent seven ship short side since"
    " small snow so some soon south spoke station stone stood storm story street summer sun table ten than that the their"
    " them then there they thing third this thought thousand three through time to told took tower town train troops"
    " turned two under until up valley very village voice waited walked wall was watch water way week went were west what"
    " when where which while who wind window winter with without woman work world would wrote year years"
).split()

HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>A Large Chronicle</title>
<link>{SITE}</link>
<description>Made to be measured</description>
<pubDate>Wed, 01 Jan 2025 00:00:00 +0000</pubDate>
<language>en</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>{SITE}</wp:base_site_url>
<wp:base_blog_url>{SITE}</wp:base_blog_url>
"""
TAIL = "</channel>\n</rss>\n"


class Prose:
    """Sentences out of a pool that is made once: a large site is written at the speed of the disk."""

    def __init__(self, chance):
        self.chance = chance
        self.sentences = [self.sentence() for _ in range(4000)]

    def sentence(self):
        words = self.chance.choices(WORDS, k=self.chance.randint(7, 22))
        return " ".join(words).capitalize() + "."

    def some(self, count):
        return " ".join(self.chance.choices(self.sentences, k=count))

    def post(self):
        """Between 3 and 6 kB of block markup."""
        wanted = self.chance.randint(3000, 6000)
        blocks, size = [], 0
        while size < wanted:
            blocks.append(self.block(len(blocks)))
            size += len(blocks[-1])
            if len(blocks) == 2:
                blocks.append("<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->")
        return "\n\n".join(blocks)

    def block(self, place):
        if place % 7 == 3:
            heading = self.some(1)[:-1]
            return f'<!-- wp:heading -->\n<h2 class="wp-block-heading">{heading}</h2>\n<!-- /wp:heading -->'
        if place % 7 == 5:
            return (
                '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n'
                f"<p>{self.some(2)}</p>\n<!-- /wp:paragraph --></blockquote>\n<!-- /wp:quote -->")
        text = self.some(self.chance.randint(3, 6))
        return (
            f'<!-- wp:paragraph -->\n<p>{text} <a href="{SITE}/about/">More</a>, '
            f"<em>{self.some(1)[:-1]}</em>.</p>\n<!-- /wp:paragraph -->")


class Writer:
    def __init__(self, out, seed, pictures=0):
        self.out = out
        self.pictures = pictures
        self.chance = random.Random(seed)
        self.prose = Prose(self.chance)
        self.written = 0
        self.comments = 0

    def write(self, text):
        self.out.write(text)
        self.written += len(text)

    def head(self):
        self.write(HEAD)
        for number, login in enumerate(AUTHORS, start=1):
            self.write(
                f"<wp:author><wp:author_id>{number}</wp:author_id><wp:author_login>{login}</wp:author_login>"
                f"<wp:author_email>{login}@bench.example</wp:author_email>"
                f"<wp:author_display_name>{login.capitalize()}</wp:author_display_name></wp:author>\n")
        for number, slug in enumerate(CATEGORIES, start=1):
            self.write(
                f"<wp:category><wp:term_id>{number}</wp:term_id><wp:category_nicename>{slug}</wp:category_nicename>"
                f"<wp:category_parent></wp:category_parent><wp:cat_name>{slug.capitalize()}</wp:cat_name>"
                "</wp:category>\n")
        for number, slug in enumerate(TAGS, start=101):
            self.write(
                f"<wp:tag><wp:term_id>{number}</wp:term_id><wp:tag_slug>{slug}</wp:tag_slug>"
                f"<wp:tag_name>{slug}</wp:tag_name></wp:tag>\n")

    def picture(self, number, when):
        """Writes the attachment of one picture, counted from 0, and returns the path of its file."""
        place = f"2005/01/picture-{number + 1}.png"
        self.item(
            FIRST_ATTACHMENT + number, "attachment", "inherit", f"Picture {number + 1}", f"picture-{number + 1}",
            f"/picture-{number + 1}/", when, "",
            f"<wp:attachment_url>{SITE}/wp-content/uploads/{place}</wp:attachment_url>\n")
        self.write("</item>\n")
        return place

    def figure(self, number):
        number %= self.pictures
        return (
            f'<!-- wp:image {{"id":{FIRST_ATTACHMENT + number}}} -->\n<figure class="wp-block-image"><img '
            f'src="{SITE}/wp-content/uploads/2005/01/picture-{number + 1}.png" alt="{self.prose.some(1)}" '
            f'class="wp-image-{FIRST_ATTACHMENT + number}"/><figcaption class="wp-element-caption">{self.prose.some(1)}'
            "</figcaption></figure>\n<!-- /wp:image -->")

    def post(self, number, when, comments):
        """Writes one post and returns its path."""
        title = f"{self.told(number)} – " + self.prose.some(1)[:60].strip(" .")
        slug = f"day-{number}"
        path = f"/{when:%Y/%m/%d}/{slug}/"
        category = CATEGORIES[number % len(CATEGORIES)]
        tags = [TAGS[number % len(TAGS)], TAGS[(number * 7 + 3) % len(TAGS)]]
        terms = f'<category domain="category" nicename="{category}">{category.capitalize()}</category>\n'
        for tag in dict.fromkeys(tags):
            terms += f'<category domain="post_tag" nicename="{tag}">{tag}</category>\n'
        content = self.prose.post()
        if self.is_pictured(number):
            content = "\n\n".join([self.figure(number), content, self.figure(number + 1), self.figure(number + 2)])
            terms += (
                "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>"
                f"{FIRST_ATTACHMENT + number % self.pictures}</wp:meta_value></wp:postmeta>\n")
        self.item(number, "post", "publish", title, slug, path, when, content, terms)
        self.thread(when, comments)
        self.write("</item>\n")
        return path

    def told(self, number):
        """The day of which a post tells: all days of the year, over five centuries."""
        day = datetime.date(1500 + number * 7 % 500, 1, 1) + datetime.timedelta(days=number * 11 % 365)
        return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"

    def is_pictured(self, number):
        return self.pictures > 0 and number % 3 == 0

    def item(self, number, kind, status, title, slug, path, when, content, more):
        """Writes an item up to its comments."""
        self.write(
            f"<item>\n<title>{title}</title>\n<link>{SITE}{path}</link>\n"
            f"<pubDate>{when:%a, %d %b %Y %H:%M:%S} +0000</pubDate>\n"
            f"<dc:creator>{AUTHORS[number % len(AUTHORS)]}</dc:creator>\n"
            f'<guid isPermaLink="false">{SITE}/?p={number}</guid>\n<description></description>\n'
            f"<content:encoded><![CDATA[{content}]]></content:encoded>\n"
            "<excerpt:encoded></excerpt:encoded>\n"
            f"<wp:post_id>{number}</wp:post_id>\n<wp:post_date>{when}</wp:post_date>\n"
            f"<wp:post_date_gmt>{when}</wp:post_date_gmt>\n<wp:comment_status>open</wp:comment_status>\n"
            f"<wp:ping_status>open</wp:ping_status>\n<wp:post_name>{slug}</wp:post_name>\n"
            f"<wp:status>{status}</wp:status>\n<wp:post_parent>0</wp:post_parent>\n<wp:menu_order>0</wp:menu_order>\n"
            f"<wp:post_type>{kind}</wp:post_type>\n<wp:post_password></wp:post_password>\n"
            f"<wp:is_sticky>0</wp:is_sticky>\n{more}")

    def thread(self, when, count):
        """Two of three comments stand at the top; every third answers one of the last few."""
        here = []
        for _ in range(count):
            self.comments += 1
            when += datetime.timedelta(minutes=self.chance.randint(1, 600))
            parent = self.chance.choice(here[-4:]) if here and self.comments % 3 == 0 else 0
            here.append(self.comments)
            name = self.chance.choice(WORDS).capitalize()
            self.write(
                f"<wp:comment><wp:comment_id>{self.comments}</wp:comment_id>"
                f"<wp:comment_author><![CDATA[{name}]]></wp:comment_author>"
                f"<wp:comment_author_email>{name.lower()}@reader.example</wp:comment_author_email>"
                "<wp:comment_author_url></wp:comment_author_url><wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>"
                f"<wp:comment_date>{when}</wp:comment_date><wp:comment_date_gmt>{when}</wp:comment_date_gmt>"
                f"<wp:comment_content><![CDATA[{self.prose.some(self.chance.randint(1, 4))}]]></wp:comment_content>"
                "<wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type>"
                f"<wp:comment_parent>{parent}</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id>"
                "</wp:comment>\n")


def comments_of(number, posts, comments):
    """How many comments a post gets, so that all together have exactly the wanted number."""
    long_threads = posts // 50
    if number % 50 == 0:
        return COMMENTS_OF_A_LONG_THREAD
    others = posts - long_threads
    rest = comments - long_threads * COMMENTS_OF_A_LONG_THREAD
    place = number - 1 - (number - 1) // 50
    return rest * (place + 1) // others - rest * place // others


def main():
    parser = argparse.ArgumentParser(description="Writes a made-up blog as a WordPress export.")
    parser.add_argument("out")
    parser.add_argument("--posts", type=int, default=10_000)
    parser.add_argument("--comments", type=int, default=100_000)
    parser.add_argument("--bytes", type=int, help="as many posts, with three comments each, as fill this size")
    parser.add_argument("--media", type=pathlib.Path, help="a folder for pictures, which some posts then show")
    parser.add_argument("--pictures", type=int, default=24, help="how many there are, where there is that folder")
    parser.add_argument("--threads", type=int, nargs="+", default=[], help="more posts, with so many comments each")
    parser.add_argument("--index", help="where to write the paths that the bench asks for")
    parser.add_argument("--seed", type=int, default=1956)
    given = parser.parse_args()
    if given.bytes is None and given.comments < given.posts // 50 * COMMENTS_OF_A_LONG_THREAD:
        parser.error("too few comments: every fiftieth post gets fifty")

    step = datetime.timedelta(hours=17.5 if given.bytes is None else 4)
    long_threads, pictured, files, number = [], [], [], 0
    with open(given.out, "w", encoding="utf-8") as out:
        writer = Writer(out, given.seed, given.pictures if given.media else 0)
        writer.head()
        for picture in range(writer.pictures):
            files.append(writer.picture(picture, BEGIN))
            file = given.media / files[-1]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(pictures.png(given.seed + picture))
        while number < given.posts if given.bytes is None else writer.written < given.bytes:
            number += 1
            comments = 3 if given.bytes else comments_of(number, given.posts, given.comments)
            path = writer.post(number, BEGIN + step * number, comments)
            if comments == COMMENTS_OF_A_LONG_THREAD:
                long_threads.append(path)
            if writer.is_pictured(number):
                pictured.append(path)
        threads = [
            writer.post(number + place, BEGIN + step * (number + place), comments)
            for place, comments in enumerate(given.threads, start=1)]
        writer.write(TAIL)
    index = {
        "posts": number + len(threads), "comments": writer.comments, "long_threads": long_threads, "threads": threads,
        "pictured": pictured, "pictures": [f"/wp-content/uploads/{file}" for file in files],
    }
    if given.index:
        with open(given.index, "w", encoding="utf-8") as file:
            json.dump(index, file)


if __name__ == "__main__":
    main()
