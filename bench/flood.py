#!/usr/bin/env python3
"""A flood of spam against a site on loopback, and what becomes of the real responses that come meanwhile. Writes its part of
docs/benchmarks.md.

    bench/flood.py [--thaw PROGRAM] [--seconds N] [--rate N] [--out FILE]
"""

import argparse
import http.client
import http.cookies
import itertools
import pathlib
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

sys.dont_write_bytecode = True

import report
from servers import BenchError, Thaw

HERE = pathlib.Path(__file__).resolve().parent
OWNER = ("owner@example.org", "a long password")

SOLD = (
    "casino bonus pills cheap loan winner discount followers deposit jackpot slots crypto profit guaranteed offer "
    "replica watches viagra weight keto trial credit payday agency ranking backlinks traffic leads escort dating"
).split()
TOLD = (
    "grandmother remember winter letters congress history speech village harvest railway teacher library archive memory "
    "photograph soldier cousin garden bread window market river church evening newspaper translation footnote question"
).split()


class Sender:
    """A connection that sends responses, each from an address of its own."""

    def __init__(self, port, path, seed):
        self.port, self.path = port, path
        self.random = random.Random(seed)
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def send(self, is_spam, mark):
        pick = self.random
        words = pick.sample(SOLD if is_spam else TOLD, 12)
        text = " ".join(words) + f" {mark}"
        if is_spam:
            text += f" https://{pick.choice(SOLD)}-{pick.randrange(40)}.example/{pick.randrange(10**6)}"
        form = urllib.parse.urlencode({
            "comment": text, "author": f"{pick.choice(SOLD if is_spam else TOLD).title()} {pick.randrange(10**4)}",
            "email": f"{mark}@{'deals' if is_spam else 'mail'}{pick.randrange(30)}.example"})
        address = ".".join(str(pick.randrange(1, 255)) for _ in range(4))
        fields = {
            "Content-Type": "application/x-www-form-urlencoded", "User-Agent": "Mozilla/5.0", "X-Forwarded-For": address}
        began = time.perf_counter()
        self.connection.request("POST", f"{self.path}comments/", form, fields)
        answer = self.connection.getresponse()
        answer.read()
        return answer.status, time.perf_counter() - began


class Moderator:
    """Somebody who is signed in."""

    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        status, fields, _ = self.post("/admin/sign-in/", {"name": OWNER[0], "password": OWNER[1]})
        if status != 303:
            raise BenchError(f"signing in is answered with {status}")
        cookie = http.cookies.SimpleCookie(fields["set-cookie"])
        self.cookie = "; ".join(f"{name}={value.value}" for name, value in cookie.items())

    cookie = ""

    def request(self, method, path, body=None):
        fields = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request(method, path, body, fields)
        answer = self.connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()

    def post(self, path, form):
        return self.request("POST", path, urllib.parse.urlencode(form, doseq=True))

    def decide(self, state, numbers):
        status, _, _ = self.post("/admin/comments/", {"state": "held", "all": state, "number": numbers})
        if status != 303:
            raise BenchError(f"moderation is answered with {status}")


def rows(data, question, *values):
    with sqlite3.connect(f"file:{data}/thaw.sqlite?mode=ro", uri=True) as database:
        return database.execute(question, values).fetchall()


def size(data):
    return sum(path.stat().st_size for path in data.glob("thaw.sqlite*"))


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def teach(port, path, data, moderator, count):
    """Somebody looks at as many of each kind, and decides."""
    sender = Sender(port, path, 1)
    for number in range(count):
        for is_spam in (True, False):
            sender.send(is_spam, f"lesson{number}{'s' if is_spam else 'r'}")
    for state, end in (("spam", "s"), ("approved", "r")):
        found = [number for number, in rows(data, "SELECT number FROM comment WHERE author_email LIKE ?", f"lesson%{end}@%")]
        moderator.decide("held", found)
        moderator.decide(state, found)


class Flood:
    """Everything that happens at once, until the time is over."""

    def __init__(self, port, path, moderator, seconds, rate):
        self.port, self.path, self.moderator, self.seconds, self.rate = port, path, moderator, seconds, rate
        self.statuses = {"spam": {}, "real": {}}
        self.times = {"spam": [], "real": [], "page": [], "queue": []}
        self.marks = []
        self.lock = threading.Lock()
        self.faults = []

    def run(self):
        senders = 8
        threads = [threading.Thread(target=self.guard, args=(self.sends, True, self.rate / senders, seed)) for seed in range(senders)]
        threads.append(threading.Thread(target=self.guard, args=(self.sends, False, 3, 99)))
        threads.append(threading.Thread(target=self.guard, args=(self.reads,)))
        threads.append(threading.Thread(target=self.guard, args=(self.moderates,)))
        self.end = time.perf_counter() + self.seconds
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if self.faults:
            raise BenchError(f"{len(self.faults)} faults, the first: {self.faults[0]!r}")

    def guard(self, deed, *arguments):
        try:
            deed(*arguments)
        except Exception as fault:
            self.faults.append(fault)

    def pace(self, rate):
        """Numbers, each when it is its turn."""
        began = time.perf_counter()
        for number in itertools.count():
            wait = began + number / rate - time.perf_counter()
            if wait > 0:
                time.sleep(wait)
            if time.perf_counter() >= self.end:
                return
            yield number

    def sends(self, is_spam, rate, seed):
        kind = "spam" if is_spam else "real"
        sender = Sender(self.port, self.path, seed)
        for number in self.pace(rate):
            mark = f"{kind}{seed}x{number}"
            status, spent = sender.send(is_spam, mark)
            with self.lock:
                self.statuses[kind][status] = self.statuses[kind].get(status, 0) + 1
                self.times[kind].append(spent)
                if not is_spam:
                    self.marks.append(mark)

    def reads(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        for _ in self.pace(50):
            began = time.perf_counter()
            connection.request("GET", self.path)
            answer = connection.getresponse()
            answer.read()
            self.times["page"].append(time.perf_counter() - began)
            if answer.status != 200:
                raise BenchError(f"the page is answered with {answer.status}")

    def moderates(self):
        for _ in self.pace(0.5):
            began = time.perf_counter()
            status, _, _ = self.moderator.request("GET", "/admin/comments/?state=held")
            self.times["queue"].append(time.perf_counter() - began)
            if status != 200:
                raise BenchError(f"the queue is answered with {status}")


DOCUMENT = """{heading}

`make bench-flood` writes this part: {seconds} seconds of {rate} spam responses a second to one post, each from another address, each
another text of twelve of the 30 words that spam uses here, with another link. Meanwhile three real responses a second come to the same post, each from
another address and by nobody who was approved before; the page is read 50 times a second, and the queue is opened every two
seconds. Before, somebody decided {taught} responses of each kind; all rules but the filter are off. Load and server share the
machine's cores.

{table}
"""


def measure(program, folder, seconds, rate, taught=100):
    data = folder / "data"
    export = folder / "site.xml"
    subprocess.run(
        [sys.executable, "-B", HERE / "make_site.py", export, "--posts", "20", "--comments", "0"], check=True,
        stdout=subprocess.DEVNULL)
    subprocess.run([program, "import", export, "--data", data], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(
        [program, "account", "add", "--data", data, "--role", "owner", "--name", "Owner", "--email", OWNER[0],
         "--password-stdin"], input=OWNER[1].encode(), check=True, stdout=subprocess.DEVNULL)
    with sqlite3.connect(data / "thaw.sqlite") as database:
        (lessons,), (path,) = database.execute(
            "SELECT address.spelled FROM address JOIN post ON post.id = address.post_id WHERE address.is_canonical = 1 "
            "AND post.kind = 'post' AND post.status = 'published' AND post.comments_open = 1 ORDER BY post.id LIMIT 2")
    with Thaw(program, data, folder / "log") as thaw:
        moderator = Moderator(thaw.port)
        moderator.post("/admin/discussion/", {
            "opens": "1", "email": "optional", "closes": "", "order": "newest", "depth": "5", "per-page": "50", "minutes": "15",
            "holding": "nobody", "admits": "everybody", "likes": "off", "links": "", "held": "", "blocked": ""})
        teach(thaw.port, lessons, data, moderator, taught)
        before = size(data)
        flood = Flood(thaw.port, path, moderator, seconds, rate)
        flood.run()
        memory = thaw.memory()[1]
        found = dict(rows(
            data, "SELECT substr(author_email, 1, instr(author_email, '@') - 1), status FROM comment WHERE author_email LIKE 'real%'"))
        spam = dict(rows(
            data, "SELECT status, count(*) FROM comment WHERE author_email LIKE 'spam%' GROUP BY status"))
        growth = size(data) - before
    real = {state: sum(1 for mark in flood.marks if found.get(mark) == state) for state in ("approved", "held", "spam")}
    lost = [mark for mark in flood.marks if mark not in found]
    sent = sum(flood.statuses["spam"].values())
    kept = sum(spam.values()) + len(found)
    refused = flood.statuses["spam"].get(422, 0)

    def times(name):
        values = flood.times[name]
        return f"{statistics.median(values) * 1e3:.1f} / {percentile(values, 0.99) * 1e3:.1f} ms"

    table = [
        ["Spam sent", f"{sent:,} ({sent / seconds:.0f} a second)"],
        ["of it refused as certain", f"{refused:,}"],
        ["of it in Spam, held, published",
         f"{spam.get('spam', 0):,}, {spam.get('held', 0):,}, {spam.get('approved', 0):,}"],
        ["of it refused for want of room under the post", f"{flood.statuses['spam'].get(429, 0):,}"],
        ["Real responses sent", f"{len(flood.marks):,}"],
        ["of them published, held, in Spam, not taken",
         f"{real['approved']}, {real['held']}, {real['spam']}, {len(lost)}"],
        ["Real responses, p50 / p99", times("real")],
        ["The page, p50 / p99", times("page")],
        ["The queue, p50 / p99", times("queue")],
        ["The database grew by", f"{growth / 1e6:.1f} MB ({growth / max(kept, 1):,.0f} bytes for each that was kept)"],
        ["Memory at most", f"{memory / 1e6:.0f} MB"],
    ]
    return report.table(["What", "Measured"], table), lost


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--thaw", default=HERE.parent / ".build/release/thaw", type=pathlib.Path)
    parser.add_argument("--seconds", default=60, type=int)
    parser.add_argument("--rate", default=200, type=int)
    parser.add_argument("--out", default=HERE.parent / "docs/benchmarks.md", type=pathlib.Path)
    parser.add_argument("--print", action="store_true", dest="prints", help="write nothing")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="thaw-flood-") as folder:
        table, lost = measure(str(given.thaw.resolve()), pathlib.Path(folder), given.seconds, given.rate)
    print(table)
    if lost:
        raise BenchError(f"{len(lost)} real responses were not taken, the first {lost[0]}")
    if not given.prints:
        text = DOCUMENT.format(
            heading=report.FLOOD_HEADING, seconds=given.seconds, rate=given.rate, taught=100, table=table)
        given.out.write_text(report.with_part(given.out.read_text(), report.FLOOD_HEADING, text))


try:
    main()
except BenchError as error:
    sys.exit(f"flood: {error}")
