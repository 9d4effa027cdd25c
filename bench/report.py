"""The measured values as tables, and the document that keeps them."""

import dataclasses
import datetime
import os


# Of the part that bench/spam.py writes.
SPAM_HEADING = "## The filter for spam"
# Of the part that bench/flood.py writes.
FLOOD_HEADING = "## A flood of spam"


@dataclasses.dataclass
class Row:
    what: str
    goal: str
    measured: str
    reached: bool | None  # None where there is no goal


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)


def goals(rows):
    marks = {True: "yes", False: "**no**", None: "–"}
    return table(
        ["What", "Goal", "Measured", "Reached"],
        [(row.what, row.goal, row.measured, marks[row.reached]) for row in rows])


def details(compared):
    rows = []
    for each in compared:
        row = [each.scenario.name, str(each.scenario.connections), f"{each.ratio:.2f}"]
        for side in ("thaw", "nginx"):
            row += [
                f"{each.median(side, 'rate'):,.0f}",
                f"{each.median(side, 'p50') * 1e3:.2f} / {each.median(side, 'p99') * 1e3:.2f}",
                f"{each.median(side, 'cpu') * 1e6:.0f}",
            ]
        rows.append(row)
    return table(
        ["Page", "Connections", "Ratio", "thaw, requests/s", "p50 / p99 ms", "CPU µs",
         "nginx, requests/s", "p50 / p99 ms", "CPU µs"], rows)


DOCUMENT = """# Benchmarks

`make bench` writes this file. Measured on {date} on a machine with {cores} cores, which the load generator shared, in
{minutes:.0f} minutes.

{goals}

## Side by side

{details}

Sizes: {sizes}.

## How it is measured

- The site is made up by `bench/make_site.py`: {posts:,} posts of 3 to 6 kB and {comments:,} comments; the small site has
  {small_posts:,} and {small_comments:,}. Pictures are of a third one, with {pictured_posts:,} posts.
- nginx serves the very bytes that thaw sent, as static files, with two workers, no access log, `sendfile` and
  `open_file_cache` on and `tcp_nopush` off; compressed ones by `gzip_static`. thaw's answers carry more headers.
- wrk runs with one thread and asks for {pages} different posts in turn, or for the three feeds of the site, or for seven
  archives (a late page, year, month, day, category, tag, author), or for eight pages of days, years and the timeline, or for
  all pictures. The two servers take turns, {rounds} rounds of
  {seconds} seconds; a ratio is the median over the rounds of thaw's rate divided by nginx's rate of the same round.
- A hit is a page that thaw keeps as finished bytes. A picture is a file for both: thaw looks its row up and reads it. On a miss the page store is turned off (`THAW_PAGES_BYTES=0`), and
  every answer is rendered from the database without compression; CPU is the process's user and system time.
- Archives are asked for one at a time with the page store turned off, the large site and the small one in turn; the value
  is the ratio of the medians of {asked} answers each. So are the threads: the first page of each holds 50 top-level
  comments and as many answers.
- Comments are all different and go to 64 posts in turn, through the whole handler, rendered and judged; limits on how many
  one network may send are off. Each answer comes after its commit. The disk's own rate is that of Python's SQLite, one row for each
  commit. One after the other means one connection. In each round all four take turns. Reads are of the 64 posts to which up to
  100 comments a second come, each shown at once. While a post is published and trashed by the command line, 64 connections read it,
  the home page and others.
- Start is the time from starting the process to the end of the first answer with status 200, the median of {starts} starts.
- Memory is the resident set, at its highest.
- Rates depend on the machine and its other work on that day; ratios and CPU for a request travel better.
"""


def with_part(text, heading, part):
    """A document with one of its parts written anew; it comes last where there was none."""
    start = text.find(heading + "\n")
    if start < 0:
        return text.rstrip() + "\n\n" + part
    end = text.find("\n## ", start + len(heading))
    return text[:start] + part.rstrip() + "\n" + ("" if end < 0 else "\n" + text[end + 1:])


def part_of(text, heading):
    """One part of a document, with its heading; empty where there is none."""
    start = text.find(heading + "\n")
    if start < 0:
        return ""
    end = text.find("\n## ", start + len(heading))
    return text[start:] if end < 0 else text[start:end + 1]


def document(**values):
    return DOCUMENT.format(date=datetime.date.today().isoformat(), cores=os.cpu_count(), **values)
