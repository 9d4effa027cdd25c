"""Pages of posts for readers who are logged in, beside the same pages for everybody."""

import contextlib
import hashlib
import secrets
import sqlite3
import statistics
import time

from load import wrk


class LoggedIn:
    def __init__(self, bench, data, paths):
        self.bench = bench
        self.data = data
        self.paths = paths

    def measure(self):
        """Each round has both, one after the other, in changing order. Neither is compressed."""
        bench = self.bench
        tokens = [self.session(number) for number in range(8)]
        everybody = bench.folder / "everybody.requests"
        everybody.write_text("".join(f"{path}\n" for path in self.paths))
        readers = bench.folder / "readers.requests"
        readers.write_text("".join(
            f"{path}\tCookie: thaw-reader={token}\n" for path in self.paths for token in tokens))
        ratios, rates = [], []
        with bench.serve(self.data) as thaw:
            for requests in (everybody, readers):
                wrk(thaw, thaw.port, requests, 16, 1)
            for turn in range(bench.plan.rounds):
                order = [everybody, readers] if turn % 2 == 0 else [readers, everybody]
                rate = {requests: wrk(thaw, thaw.port, requests, 16, bench.plan.seconds).rate for requests in order}
                ratios.append(rate[readers] / rate[everybody])
                rates.append(rate[readers])
        ratio = statistics.median(ratios)
        bench.row(
            "Post pages for readers who are logged in, to everybody’s", "0.6 or more",
            f"{ratio:.2f} × at {statistics.median(rates):,.0f} a second", ratio >= 0.6)

    def session(self, number):
        """Somebody who is logged in and likes the first post; the token of their cookie."""
        token = secrets.token_hex(32)
        now = int(time.time() * 1000)
        with contextlib.closing(sqlite3.connect(f"{self.data}/thaw.sqlite", timeout=10)) as database, database:
            (site,) = database.execute("SELECT id FROM site").fetchone()
            database.execute(
                "INSERT INTO identity (site_id, provider, issuer, subject, name, folded, handle, website, email,"
                " picture_source, picture, namesake, created_at, seen_at)"
                " VALUES (?, 'github', 'i', ?, ?, '', '', '', '', '', '', 1, ?, ?)",
                (site, str(number), f"Reader {number}", now, now))
            (identity,) = database.execute("SELECT max(id) FROM identity").fetchone()
            database.execute("UPDATE identity SET person_id = id WHERE id = ?", (identity,))
            database.execute(
                "INSERT INTO reader_session (token, identity_id, created_at, expires_at) VALUES (?, ?, ?, ?)",
                (hashlib.sha256(token.encode()).hexdigest(), identity, now, now + 86_400_000))
            database.execute(
                "INSERT OR IGNORE INTO liking (post_id, identity_id, created_at)"
                " SELECT min(post_id), ?, ? FROM comment", (identity, now))
        return token
