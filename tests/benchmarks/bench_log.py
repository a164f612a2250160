"""How long a check of a long log takes, and its longest step.

python tests/benchmarks/bench_log.py 100000
"""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import msgspec

sys.path.insert(0, str(Path(__file__).parents[2]))

from editor_app.archive.archive import open_archive
from editor_app.archive.tables import audit_log
from editor_app.desk.desk import Desk
from editor_app.domain.audit import Act, Head, write_entry
from editor_app.domain.log_filter import LogFilter

BEGUN = datetime(2026, 1, 1, tzinfo=UTC)


def fill(archive, count):
    """Append `count` entries, a thousand in a statement."""
    head = Head()
    with archive.writing() as holdings:
        for start in range(0, count, 1000):
            rows = []
            for number in range(start, min(start + 1000, count)):
                entry = write_entry(
                    head,
                    Act.EDITED,
                    by=f"Person {number % 40}",
                    at=BEGUN + timedelta(minutes=number),
                    article_id=f"{number % 5000:036d}",
                )
                row = msgspec.structs.asdict(entry)
                rows.append(row | {"details": "{}"})
                head = Head(entry.number, entry.hash)
            holdings.log._connection.execute(audit_log.insert(), rows)


def main(count):
    with TemporaryDirectory() as folder:
        archive = open_archive(Path(folder) / "archive.sqlite3", create=True)
        fill(archive, count)
        desk = Desk(archive)
        steps, longest, begun = desk.verify_log(), 0.0, perf_counter()
        while True:
            before = perf_counter()
            try:
                next(steps)
            except StopIteration as stopped:
                report = stopped.value
                break
            longest = max(longest, perf_counter() - before)
        print(f"{report.entries} entries, whole: {report.is_whole}")
        print(f"verify: {perf_counter() - begun:.2f} s, longest step {longest * 1000:.0f} ms")
        for name, wanted in (("all", LogFilter()), ("one person", LogFilter(person="Person 7"))):
            before = perf_counter()
            numbers = desk.find_log_entries(wanted)
            found = perf_counter()
            desk.log_lines(numbers[:200])
            read = (perf_counter() - found) * 1000
            print(
                f"{name}: {len(numbers)} found in {(found - before) * 1000:.1f} ms, a page in {read:.1f} ms"
            )
        desk.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
