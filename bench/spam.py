#!/usr/bin/python3
"""Measures the filter for spam beside others, and writes its part of docs/benchmarks.md.

    bench/spam.py FOLDER [--thaw PROGRAM] [--out FILE] [--quick]

FOLDER holds labelled responses, a file of JSON lines for each set. Every filter gets the very same rows in the same order.
"""

import argparse
import collections
import dataclasses
import itertools
import json
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
import warnings

sys.dont_write_bytecode = True

import numpy
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.pipeline import make_pipeline, make_union

import report

HERE = pathlib.Path(__file__).resolve().parent
LEARNED = 200
# Of which the speeds are medians.
RUNS = 7


def rows_of(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def plain(row):
    """What two sets have in common where they have the same text."""
    return re.sub(r"\W+", " ", row["text"].lower()).strip()


def without_repeats(sets):
    """Texts that stand in more than one set, or twice in one, are left out of the later place."""
    seen = set()
    kept = {}
    for name, rows in sets.items():
        kept[name] = []
        for row in rows:
            text = plain(row)
            if text not in seen:
                seen.add(text)
                kept[name].append(row)
    return kept


def text_of(row):
    return " ".join(filter(None, [row["text"], row.get("author"), row.get("author_url")]))


def labels_of(rows):
    return numpy.array([row["label"] for row in rows])


class Thaw:
    name = "thaw"

    def __init__(self, program):
        self.program = program

    def evaluate(self, rows, *flags):
        with tempfile.TemporaryDirectory() as folder:
            given = pathlib.Path(folder, "rows.jsonl")
            given.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
            found = pathlib.Path(folder, "report.json")
            subprocess.run(
                [self.program, "spam", "evaluate", given, "--report", found, *flags], check=True,
                stdout=subprocess.DEVNULL)
            return json.loads(found.read_text(encoding="utf-8"))

    def scores(self, rows, learned):
        report = self.evaluate(rows, "--learn-first", str(learned))
        return numpy.array([row["probability"] for row in report["rows"]])


class Scikit:
    """TF-IDF of words and of 2 to 5 characters, logistic regression."""

    name = "scikit-learn"

    def fitted(self, rows):
        features = make_union(
            TfidfVectorizer(sublinear_tf=True),
            TfidfVectorizer(analyzer="char", ngram_range=(2, 5), sublinear_tf=True))
        model = make_pipeline(features, LogisticRegression(C=10, max_iter=1000, class_weight="balanced"))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return model.fit([text_of(row) for row in rows], labels_of(rows))

    def scores(self, rows, learned):
        return self.fitted(rows[:learned]).decision_function([text_of(row) for row in rows[learned:]])

    def online(self, rows):
        """Scores of rows that were not learned yet, the model made anew whenever a tenth more is known; none for the
        rows before it knows both kinds."""
        scores = numpy.full(len(rows), numpy.nan)
        known = 20
        while known < len(rows):
            end = min(len(rows), max(known + 10, int(known * 1.1)))
            if len(set(labels_of(rows[:known]))) == 2:
                model = self.fitted(rows[:known])
                scores[known:end] = model.decision_function([text_of(row) for row in rows[known:end]])
            known = end
        return scores


def message_of(row):
    """A response as a mail, for filters of mail."""
    author = re.sub(r"\s+", " ", row.get("author") or "nobody")
    return f"From: {author} <a@b.example>\nSubject: comment\n\n{row['text']}\n{row.get('author_url') or ''}\n"


class SpamAssassin:
    """Its Bayes classifier, without its rules."""

    name = "SpamAssassin"

    def scores(self, rows, learned):
        with tempfile.TemporaryDirectory() as folder:
            words = pathlib.Path(folder, "words")
            words.mkdir()
            lines = []
            for number, row in enumerate(rows):
                path = pathlib.Path(folder, str(number))
                path.write_text(message_of(row), encoding="utf-8")
                lines.append(f"{'?' if number >= learned else 's' if row['label'] else 'h'} {path}\n")
            given = pathlib.Path(folder, "list")
            given.write_text("".join(lines))
            said = subprocess.run(
                [HERE / "spamassassin.pl", words, given], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            return numpy.array([float(line) for line in said.stdout.decode().splitlines()])


class Bogofilter:
    name = "bogofilter"

    def scores(self, rows, learned):
        with tempfile.TemporaryDirectory() as folder:
            words = pathlib.Path(folder, "words")
            words.mkdir()
            for label, flag in ((1, "-s"), (0, "-n")):
                box = "".join(
                    "From a@b.example Thu Jan  1 00:00:00 1970\n" + message_of(row).replace("\nFrom ", "\n>From ") + "\n"
                    for row in rows[:learned] if row["label"] == label)
                subprocess.run(
                    ["bogofilter", "-d", words, "-M", flag], input=box.encode(), check=True, stdout=subprocess.DEVNULL)
            names = []
            for number, row in enumerate(rows[learned:]):
                path = pathlib.Path(folder, str(number))
                path.write_text(message_of(row), encoding="utf-8")
                names.append(str(path))
            # It exits by what it found, and cuts long names.
            said = subprocess.run(
                ["bogofilter", "-d", words, "-TT", "-b"], input="\n".join(names).encode(), stdout=subprocess.PIPE)
            scores = [float(line.split()[-1]) for line in said.stdout.decode().splitlines()]
            if len(scores) != len(names):
                raise SystemExit(f"bogofilter judged {len(scores)} of {len(names)}")
            return numpy.array(scores)


def recall(labels, scores, share):
    """Of the spam, what scores above all real ones but this share."""
    real = numpy.sort(scores[labels == 0])[::-1]
    edge = real[int(share * len(real))]
    return float((scores[labels == 1] > edge).mean())


@dataclasses.dataclass
class Result:
    area: float
    precision: float
    at_1: float
    at_01: float

    @staticmethod
    def of(labels, scores):
        return Result(
            roc_auc_score(labels, scores), average_precision_score(labels, scores), recall(labels, scores, 0.01),
            recall(labels, scores, 0.001))

    @staticmethod
    def mean(results):
        return Result(*(statistics.mean(values) for values in zip(*map(dataclasses.astuple, results))))

    def cells(self):
        return [f"{value:.3f}" for value in dataclasses.astuple(self)]


def orders(rows, count):
    for seed in range(count):
        mixed = rows[:]
        random.Random(seed).shuffle(mixed)
        yield mixed


def learn_first(sets, filters, count):
    table = []
    for name, rows in sets.items():
        if len(rows) < LEARNED + 50:
            continue
        for each in filters:
            results = [
                Result.of(labels_of(mixed[LEARNED:]), each.scores(mixed, LEARNED)) for mixed in orders(rows, count)]
            table.append([name, each.name, *Result.mean(results).cells()])
        print(*table[-len(filters):], sep="\n", flush=True)
    return table


def left_out(sets, filters):
    """Each set of one family is judged by what the others of the family taught."""
    table = []
    families = collections.defaultdict(list)
    for name in sets:
        families[name.split("-")[0]].append(name)
    for names in families.values():
        if len(names) < 2:
            continue
        for name in names:
            others = list(itertools.chain.from_iterable(sets[other] for other in names if other != name))
            random.Random(7).shuffle(others)
            others = others[:2_000]
            rows = others + sets[name]
            for each in filters:
                result = Result.of(labels_of(sets[name]), each.scores(rows, len(others)))
                table.append([name, each.name, *result.cells()])
            print(*table[-len(filters):], sep="\n", flush=True)
    return table


def best_held(labels, scores):
    """The share between the best two thresholds, known afterwards: what was not scored is held too."""
    known = ~numpy.isnan(scores)
    real = numpy.sort(scores[known & (labels == 0)])[::-1]
    spam = numpy.sort(scores[known & (labels == 1)])
    upper = real[int(0.001 * (labels == 0).sum())]
    lower = spam[int(0.02 * (labels == 1).sum())]
    if lower > upper:
        return float((~known).mean())
    return float(((scores <= upper) & (scores >= lower) & known).mean() + (~known).mean())


def tail_edge(values, share, caution):
    """The value that this share lies above: Tail in Sources/Spam/Reading.swift."""
    values = numpy.sort(values)
    count = max(8, len(values) // 10)
    begin = values[-count]
    known = count + 24
    excess = ((values[-count:] - begin).sum() + 24 * 0.58 * values.std()) / (known - 1) * (1 + caution / known**0.5)
    part = count / len(values)
    return begin if share >= part else begin + excess * numpy.log(part / share)


def with_chosen_edges(labels, scores):
    """Real to spam, spam published and held, with edges that are chosen from the scores before, as thaw chooses its own."""
    earlier = {0: [], 1: []}
    lost = published = held = 0
    for label, score in zip(labels, scores):
        if numpy.isnan(score) or min(map(len, earlier.values())) < 16:
            held += 1
        else:
            upper = tail_edge(numpy.array(earlier[0][-400:]), 0.001, 2)
            lower = -tail_edge(-numpy.array(earlier[1][-400:]), 0.02, 1)
            if upper <= lower:
                upper, lower = upper + (lower - upper) * 0.75, upper + (lower - upper) * 0.25
            lost += label == 0 and score > upper
            published += label == 1 and score <= lower
            held += lower < score <= upper
        if not numpy.isnan(score):
            earlier[label].append(score)
    return lost / (labels == 0).sum(), published / (labels == 1).sum(), held / len(labels)


def online(sets, thaw, scikit, most):
    table = []
    for name, rows in sets.items():
        mixed = next(iter(orders(rows, 1)))[:most]
        runs = [thaw.evaluate(mixed, "--online") for _ in range(RUNS)]
        found = runs[0]
        summary = found["summary"] | {
            key: statistics.median(run["summary"][key] for run in runs)
            for key in ("judgements_per_second", "learning_ms", "restart_ms")}
        held = [f"{part['held']:.0%}" for part in summary["over_time"]]
        labels = labels_of(mixed)
        scores = scikit.online(mixed)
        lost, published, kept = with_chosen_edges(labels, scores)
        table.append([
            name, f"{len(mixed):,}", f"{summary['ham_to_spam']:.2%}", f"{summary['spam_published']:.1%}",
            f"{summary['held']:.1%}", f"{held[0]} → {held[-1]}",
            f"{lost:.2%}, {published:.1%}, {kept:.1%}",
            f"{best_held(labels, scores):.1%}",
            f"{best_held(labels, numpy.array([row['probability'] for row in found['rows']])):.1%}",
            f"{summary['calibration_error']:.3f}", f"{summary['judgements_per_second']:,.0f}",
            f"{summary['learning_ms']:.3f}", f"{summary['restart_ms']:.1f}", f"{summary['model_bytes'] / 1e6:.2f}",
        ])
        print(table[-1], flush=True)
    return table


DOCUMENT = """{heading}

`make bench-spam` writes this part, from sets of labelled responses in the folder that `THAW_SPAM_DATA` names. Texts that
stand in two sets, or twice in one, are left out of the later place. How the filter works, and why so, is told in
[spam-filter.md](spam-filter.md).

After the first {learned} labels, each set in {orders} orders, the means. *At 1 %*: the share of spam found where one in a hundred
real ones is taken for spam. Scikit-learn is its best simple pipeline: TF-IDF of words and of 2 to 5 characters of text, author
and address, and logistic regression, which sees all labels at once and as often as it likes. Bogofilter and the Bayes classifier of SpamAssassin are Debian's.

{learn_first}

Sets of one family, each judged by what the others of its family taught (at most 2,000 labels), and by nothing of its own:

{left_out}

Each row judged before its label is told, with the thresholds as they come (at most 1 in 1,000 real ones to spam, 2 in 100 of the
spam published). *Scikit-learn* is the same for it, trained anew whenever a tenth more is known: real to spam, spam published, held, with thresholds
that are chosen from its earlier scores in the same way. *Held, best* is what would have to be held with the best two thresholds, which nobody knows before.
Speeds are medians of {runs} runs on one core.

{online}
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--thaw", default=HERE.parent / ".build/release/thaw", type=pathlib.Path)
    parser.add_argument("--out", default=HERE.parent / "docs/benchmarks.md", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true", help="fewer orders and rows, and only print")
    given = parser.parse_args()
    paths = sorted(given.folder.glob("*.jsonl"))
    if not paths:
        raise SystemExit(f"{given.folder} holds no sets (*.jsonl)")
    sets = without_repeats({path.stem: rows_of(path) for path in paths})
    filters = [Thaw(given.thaw), Scikit(), Bogofilter(), SpamAssassin()]
    count = 2 if given.quick else 5
    head = ["Set", "Filter", "Area", "Average precision", "At 1 %", "At 0.1 %"]
    most = 800 if given.quick else 3_000
    mixed = [row for rows in sets.values() for row in random.Random(3).sample(rows, min(len(rows), 400))]
    streams = {**sets, "all of them, mixed": mixed}
    text = DOCUMENT.format(
        heading=report.SPAM_HEADING, learned=LEARNED, orders=count, runs=RUNS,
        learn_first=report.table(head, learn_first(sets, filters, count)),
        left_out=report.table(head, left_out(sets, filters)),
        online=report.table(
            ["Set", "Rows", "Real to spam", "Spam published", "Held", "First to last tenth", "Scikit-learn",
             "Held, best: scikit-learn",
             "Held, best: thaw", "Calibration error", "Judged a second", "ms to learn", "ms to restart", "MB"],
            online(streams, filters[0], filters[1], most)))
    if given.quick:
        print(text)
    else:
        given.out.write_text(report.with_part(given.out.read_text(), report.SPAM_HEADING, text))
        print(f"written to {given.out}")


if __name__ == "__main__":
    main()
