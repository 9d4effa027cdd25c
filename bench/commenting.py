"""Comments: how many are taken a second, each on disk before it is answered, and what readers notice of it."""

import contextlib
import http.client
import itertools
import sqlite3
import statistics
import subprocess
import threading
import time
import urllib.parse

from load import COMMENTS, wrk
from servers import BenchError

LIMITS_OFF = {"THAW_COMMENTS_PER_NETWORK": "1000000000", "THAW_COMMENTS_PER_THREAD": "1000000000"}


def commits(folder, seconds):
    """The disk's own rate: one row, one commit, synchronous=FULL, through the same WAL."""
    path = folder / "commits.db"
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT)")
    began, count = time.perf_counter(), 0
    while (spent := time.perf_counter() - began) < seconds:
        database.execute("INSERT INTO row (text) VALUES (?)", ("words " * 20,))
        count += 1
    database.close()
    return count / spent


class Commenting:
    def __init__(self, bench, data, paths):
        self.bench = bench
        self.data = data
        self.posts = paths[:64]
        self.targets = bench.folder / "comments.requests"
        self.targets.write_text("".join(f"{path}comments/\n" for path in self.posts))
        self.runs = itertools.count()

    def measure(self):
        bench, seconds = self.bench, self.bench.plan.seconds
        with bench.serve(self.data, LIMITS_OFF) as thaw:
            self.taken(thaw, 16, 1)
            rounds = []
            for _ in range(bench.plan.rounds):
                rounds.append({
                    "disk": commits(self.fresh_folder(), seconds), "single": self.taken(thaw, 1, seconds),
                    16: self.taken(thaw, 16, seconds), 64: self.taken(thaw, 64, seconds),
                })
        disk = statistics.median(each["disk"] for each in rounds)
        single = statistics.median(each["single"].rate for each in rounds)
        bench.row("Disk: commits of one row a second, synchronous=FULL", "–", f"{disk:,.0f}", None)
        bench.row("Comments a second, one after the other", "–", f"{single:,.0f}", None)
        for connections in (16, 64):
            rate = statistics.median(each[connections].rate for each in rounds)
            ratio = statistics.median(each[connections].rate / each["single"].rate for each in rounds)
            least = min(2_000, disk)
            bench.row(
                f"Comments a second, {connections} connections",
                f"{least:,.0f} or more, and 2 × one after the other", f"{rate:,.0f}, {ratio:.1f} ×",
                rate >= least and ratio >= 2)
        p99 = statistics.median(each[64].p99 for each in rounds)
        bench.row("Comments: p99 at 64 connections", "under 50 ms", f"{p99 * 1e3:.1f} ms", p99 < 0.050)
        self.check_count()
        self.reads_meanwhile()
        self.publishing_meanwhile()

    def taken(self, thaw, connections, seconds):
        return wrk(thaw, thaw.port, self.targets, connections, seconds, COMMENTS, f"run-{next(self.runs)}")

    def fresh_folder(self):
        folder = self.bench.folder / f"disk-{next(self.runs)}"
        folder.mkdir()
        return folder

    def check_count(self):
        """No two runs say the same, so that nothing is taken for a second click."""
        with contextlib.closing(sqlite3.connect(f"file:{self.data}/thaw.sqlite?mode=ro", uri=True)) as database:
            total, different = database.execute(
                "SELECT count(*), count(DISTINCT digest) FROM submission").fetchone()
        if total != different or not total:
            raise BenchError(f"{total} comments are in the database, {different} of them different")

    def reads_meanwhile(self):
        """Reads at full speed, with and without comments (100 a second, or what the machine has left for them), each shown
        at once on one of the pages read."""
        bench, seconds = self.bench, max(self.bench.plan.seconds, 3)
        requests = bench.folder / "read.requests"
        requests.write_text("".join(f"{path}\n" for path in self.posts))
        ratios, paces, pace = [], [], 100
        with bench.serve(self.data, LIMITS_OFF) as thaw:
            cookie = self.trusted(thaw)
            wrk(thaw, thaw.port, requests, 16, 1)
            for _ in range(bench.plan.rounds):
                alone = wrk(thaw, thaw.port, requests, 16, seconds).rate
                with Writer(thaw, self.posts, pace, cookie, next(self.runs)) as writer:
                    meanwhile = wrk(thaw, thaw.port, requests, 16, seconds).rate
                if writer.refused:
                    raise BenchError(f"{writer.refused} of {writer.count} comments were refused")
                paces.append(writer.count / seconds)
                ratios.append(meanwhile / alone)
        ratio = statistics.median(ratios)
        bench.row(
            "Reads while comments are shown, to reads alone", "70 % or more",
            f"{ratio * 100:.0f} % at {statistics.median(paces):.0f} comments a second", ratio >= 0.7)

    def trusted(self, thaw):
        """The cookie of a browser whose comment was approved."""
        status, headers = post(thaw.connection(), self.posts[0], "trusted", None)
        if status != 303:
            raise BenchError(f"a comment was answered with {status}")
        cookie = next(value.split(";")[0] for value in headers.get_all("Set-Cookie") if "responder" in value)
        with contextlib.closing(sqlite3.connect(f"{self.data}/thaw.sqlite", timeout=10)) as database, database:
            database.execute("UPDATE comment SET status = 'approved' WHERE id = (SELECT max(id) FROM comment)")
        return cookie

    def publishing_meanwhile(self):
        """`wrk` counts what is not answered, and the run fails on the first."""
        bench, seconds = self.bench, max(self.bench.plan.seconds, 3)
        requests = bench.folder / "read-and-home.requests"
        requests.write_text("".join(f"{path}\n" for path in ["/", *self.posts]))
        with bench.serve(self.data) as thaw:
            with contextlib.closing(sqlite3.connect(f"file:{self.data}/thaw.sqlite?mode=ro", uri=True)) as database:
                (number,) = database.execute(
                    "SELECT number FROM post WHERE kind = 'post' AND status = 'published' ORDER BY id LIMIT 1").fetchone()
            with Publisher(bench.program, self.data, number) as publisher:
                run = wrk(thaw, thaw.port, requests, 64, seconds)
        if publisher.count < 2:
            raise BenchError("nothing was published meanwhile")
        bench.row(
            "Requests dropped while a post is published and taken back, 64 connections", "none",
            f"none of {run.rate * seconds:,.0f} ({publisher.count} changes)", True)


def post(connection, path, text, cookie):
    body = urllib.parse.urlencode({"author": "Clio", "email": "clio@example.org", "comment": text})
    headers = {"Content-Type": "application/x-www-form-urlencoded"} | ({"Cookie": cookie} if cookie else {})
    connection.request("POST", f"{path}comments/", body, headers)
    answer = connection.getresponse()
    answer.read()
    return answer.status, answer.headers


class Background:
    """Something that goes on in a thread while the block runs."""

    def __enter__(self):
        self.ends = threading.Event()
        self.thread = threading.Thread(target=self.run)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ends.set()
        self.thread.join()


class Writer(Background):
    """Comments at an even pace; late ones are made up for."""

    def __init__(self, thaw, paths, pace, cookie, run):
        self.connection = thaw.connection()
        self.paths, self.pace, self.cookie, self.name = paths, pace, cookie, run
        self.count = self.refused = 0

    def run(self):
        began = time.perf_counter()
        while not self.ends.wait(max(0, began + self.count / self.pace - time.perf_counter())):
            try:
                status, _ = post(
                    self.connection, self.paths[self.count % len(self.paths)], f"run {self.name}, {self.count}",
                    self.cookie)
            except (OSError, http.client.HTTPException):
                status = 0
            self.count += 1
            self.refused += status != 303


class Publisher(Background):
    """Publishes a post and takes it back, over and over."""

    def __init__(self, program, data, number):
        self.program, self.data, self.number, self.count = program, data, number, 0

    def run(self):
        while not self.ends.is_set():
            deed = "trash" if self.count % 2 == 0 else "publish"
            subprocess.run(
                [self.program, "post", deed, str(self.number), "--data", str(self.data)], check=True,
                stdout=subprocess.DEVNULL)
            self.count += 1
