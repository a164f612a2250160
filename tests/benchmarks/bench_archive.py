"""How long it takes to find articles among many: medians, 95th percentiles and the goals.

How fast the machine is just then, which others may use too, a loop of fixed length tells at both ends.

python tests/benchmarks/bench_archive.py [ARTICLES]
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import msgspec
from sqlalchemy import select

from editor_app.archive.archive import Archive, open_archive
from editor_app.archive.search_index import make_index
from editor_app.archive.tables import search_words, working_copies
from editor_app.desk.desk import Desk
from editor_app.domain.query_parser import parse_query
from tests.benchmarks.large_archive import copy_of_large_archive
from tests.benchmarks.large_corpus import CLUSTERED, article_id, cluster_of

ARTICLES = 100_000
ROUNDS = 60


def main(count: int) -> None:
    """Measure an archive of `count` articles."""
    with tempfile.TemporaryDirectory() as folder:
        path = copy_of_large_archive(count, Path(folder) / "archive.sqlite3")
        archive = open_archive(path)
        desk = Desk(archive)
        words = _Words(archive, count)
        report("counting to 300,000 in Python", [None] * 20, lambda _: _count_up())
        _measure_search(desk, words)
        _measure_scan(archive, desk, words)
        _measure_related(desk, count)
        _measure_saving(desk, count)
        _measure_index(archive, path)
        report("counting to 300,000 in Python", [None] * 20, lambda _: _count_up())
        desk.close()


class _Words:
    """Words by how many of the articles have them."""

    def __init__(self, archive: Archive, count: int) -> None:
        self._random = random.Random(1)
        with archive.reading() as holdings:
            rows = holdings.articles._connection.execute(select(search_words)).all()
        self._shares = {
            row.word: row.articles / count for row in rows if row.word.isalnum() and len(row.word) > 3
        }

    def between(self, low: float, high: float, rounds: int = ROUNDS) -> list[str]:
        """Return some words that at least the share `low` and at most `high` of the articles have."""
        some = sorted(word for word, share in self._shares.items() if low <= share <= high)
        return [self._random.choice(some) for _ in range(rounds)]


def _measure_search(desk: Desk, words: _Words) -> None:
    rare, common, everywhere = words.between(0.005, 0.02), words.between(0.05, 0.2), words.between(0.4, 1.0)
    questions = {
        "a word in 0.5-2 % of articles": (rare, 30),
        "a word in 5-20 %": (common, 30),
        "two words, each in 5-20 %": (_pairs(common, words.between(0.05, 0.2)), 30),
        "a word in 0.5-2 %, one in 5-20 %": (_pairs(rare, common), 30),
        "a word in over 40 %": (everywhere, 30),
        "a word in over 40 %, with a filter": ([f"{word} status:utkast" for word in everywhere], 30),
        "a phrase of words in 5-20 %": ([f'"{pair}"' for pair in _pairs(common, rare)], 30),
        "a beginning of four letters, on Enter": ([f"{word[:4]}*" for word in common[:20]], 30),
        "skol*, on Enter": (["skol*"] * 20, 30),
    }
    for name, (texts, goal) in questions.items():
        report(f"{name}, 50 with snippets", texts, desk.search, goal)
    beginnings = [word[:length] for word in rare + common for length in (1, 2, 3, 5)]
    report(
        "a beginning, while typing, 50 with snippets",
        beginnings,
        lambda text: desk.search(text, typing=True),
        10,
    )
    report("a beginning, 50 rows as the list asks for them", beginnings, lambda text: _typed(desk, text), 10)


def _typed(desk: Desk, text: str) -> object:
    return desk.rows(desk.find(parse_query(text, typing=True), typing=True, limit=50))


def _measure_scan(archive: Archive, desk: Desk, words: _Words) -> None:
    common = words.between(0.05, 0.2, 5)
    scan = report("the same by LIKE over all texts", common, lambda word: _scan(archive, word))
    index = report("by the index", common, desk.search)
    print(f"{'index beside LIKE':<50} ratio {index / scan:.3f}   (goal: 0.02)")


def _scan(archive: Archive, word: str) -> object:
    with archive.reading() as holdings:
        query = select(working_copies.c.article_id).where(working_copies.c.content.contains(word))
        return holdings.articles._connection.scalars(query).all()


def _measure_related(desk: Desk, count: int) -> None:
    chosen = random.Random(2).sample(range(0, count, CLUSTERED), 100)
    numbers = {article_id(number): number for number in range(count)}
    right: list[float] = []

    def suggest(number: int) -> None:
        found = desk.suggest_related(article_id(number))
        right.append(sum(cluster_of(numbers[row.id]) == cluster_of(number) for row in found) / 5)

    report("five related articles", chosen, suggest, 10)
    print(f"{'precision at five, of planted clusters':<50} {statistics.mean(right):.2f}   (goal: 0.85)")


def _measure_saving(desk: Desk, count: int) -> None:
    copy = desk.open(article_id(count // 2))

    def save(number: int) -> None:
        nonlocal copy
        edited = msgspec.structs.replace(copy.article, lead=f"Ingress {number}.")
        copy = desk.save(edited, version=copy.version, by="Ada Ek")

    report("an autosave, index included", range(ROUNDS), save)


def _measure_index(archive: Archive, path: Path) -> None:
    with archive.writing() as holdings:
        connection = holdings.articles._connection
        cpu, start = time.process_time(), time.perf_counter()
        make_index(connection)
        used, passed = time.process_time() - cpu, time.perf_counter() - start
        sizes = (
            connection.exec_driver_sql(f"SELECT sum(length(block)) FROM {name}_data").scalar()
            for name in ("search_index", "search_titles")
        )
        size = sum(filter(None, sizes))
    whole = path.stat().st_size
    print(
        f"{'the index, of an archive of ' + f'{whole / 1e6:.0f} MB':<50} {size / 1e6:.0f} MB   (goal: 220 MB)"
    )
    print(f"{'making it anew':<50} cpu {used:.0f} s   wall {passed:.0f} s   (goal: 60 s)")


def _pairs(first: Iterable[str], second: Iterable[str]) -> list[str]:
    return [" ".join(pair) for pair in zip(first, second, strict=True)]


def report(name: str, inputs: Sequence, act: Callable[..., object], goal: float | None = None) -> float:
    """Print how long `act` takes with each of `inputs`, of the processor and by the clock.

    Return the median of the first, in milliseconds.
    """
    act(inputs[0])
    used, passed = [], []
    for one in inputs:
        cpu, start = time.process_time(), time.perf_counter()
        act(one)
        passed.append((time.perf_counter() - start) * 1000)
        used.append((time.process_time() - cpu) * 1000)
    told = "" if goal is None else f"   (goal: p95 {goal} ms)"
    print(f"{name:<50} cpu {_spread(used)}   wall {_spread(passed)}{told}", flush=True)
    return statistics.median(used)


def _spread(times: Sequence[float]) -> str:
    return f"{statistics.median(times):7.1f} / {statistics.quantiles(times, n=20)[-1]:6.1f} ms"


def _count_up() -> None:
    number = 0
    for one in range(300_000):
        number += one


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)
