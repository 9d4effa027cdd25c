"""Load by wrk: one run, and rounds in which two servers take turns."""

import dataclasses
import json
import pathlib
import statistics
import subprocess

from servers import BenchError

HERE = pathlib.Path(__file__).parent
REQUESTS = HERE / "requests.lua"
COMMENTS = HERE / "comments.lua"


@dataclasses.dataclass
class Run:
    rate: float  # requests a second
    p50: float  # seconds
    p99: float  # seconds
    cpu: float  # seconds of the server for one request


def wrk(server, port, requests, connections, seconds, script=REQUESTS, *arguments):
    """One run of wrk with one thread; `requests` is a file for the script."""
    before = server.cpu()
    ended = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", script, f"http://127.0.0.1:{port}", "--", requests,
         *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    spent = server.cpu() - before
    try:
        measured = json.loads(ended.stdout.strip().splitlines()[-1])
    except (ValueError, IndexError) as error:
        raise BenchError(f"wrk did not run: {ended.stdout}") from error
    if measured["errors"] or not measured["requests"]:
        raise BenchError(f"{server.name}: {measured['errors']} errors in {measured['requests']} requests")
    return Run(
        rate=measured["requests"] / measured["seconds"], p50=measured["p50"], p99=measured["p99"],
        cpu=spent / measured["requests"])


@dataclasses.dataclass
class Scenario:
    name: str
    connections: int
    goal: float | None  # the least ratio of rates, thaw to nginx; None: measured, no goal
    ours: pathlib.Path
    theirs: pathlib.Path
    their_port: int


@dataclasses.dataclass
class Compared:
    scenario: Scenario
    thaw: list
    nginx: list

    @property
    def ratio(self):
        """Of each round's two neighbours, then the median: a slow moment of the machine hits both."""
        return statistics.median(ours.rate / theirs.rate for ours, theirs in zip(self.thaw, self.nginx))

    def median(self, side, field):
        return statistics.median(getattr(run, field) for run in getattr(self, side))


def compare(thaw, nginx, scenarios, rounds, seconds):
    """Every scenario in every round, the two servers one after the other, in changing order."""
    compared = [Compared(scenario, [], []) for scenario in scenarios]
    for turn in range(rounds):
        for each in compared:
            scenario = each.scenario
            sides = [
                (each.thaw, thaw, thaw.port, scenario.ours),
                (each.nginx, nginx, scenario.their_port, scenario.theirs),
            ]
            for runs, server, port, requests in sides if turn % 2 == 0 else reversed(sides):
                runs.append(wrk(server, port, requests, scenario.connections, seconds))
    return compared
