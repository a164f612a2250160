"""The switch from one site to the next: done, finished after a kill, or undone, step by step.

Each step can be done again: what is done already is passed over.
"""

import os
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec import Struct

from editor_app.site.output.disk import has_digest, link_or_copy, move_over, remove_file
from editor_app.site.output.ledger import Ledger
from editor_app.site.output.pending import GONE, REMOVALS, WRITES, Step, count_files, marks
from editor_app.site.output.place import Place
from editor_app.site.output.releases import become_folder, become_link, show_before, show_release
from editor_app.site.output.site_record import Site, note_site

_BACK = "back"


class Mode(StrEnum):
    """What is switched."""

    # The stage becomes the target, where there was none.
    FOLDER = "folder"
    # Files in the target, one by one.
    FILES = "files"
    # The link from one release to the next, or from a folder to the first one.
    RELEASE = "release"
    # A link becomes the folder again that it leads to.
    UNLINKED = "unlinked"


class Switch(Struct, frozen=True):
    """What a ledger notes of a switch as it begins: from then on it is finished or undone.

    `generation` is where the replaced files are kept, 0 where there are none; `site` is what the ledger is
    to know after it. `release` is the release to be shown, `before` the one that was.
    """

    mode: Mode
    generation: int
    site: Site
    release: int = 0
    before: int | None = None


def begin(place: Place, ledger: Ledger, switch: Switch) -> None:
    """Commit what is to be done: the point from which a kill does not undo the run."""
    place.mark.touch()
    ledger.note("switch", msgspec.json.encode(switch))
    ledger.run("COMMIT")


def begun(ledger: Ledger) -> Switch | None:
    """Return the switch that was begun and is not over, None where there is none."""
    found = ledger.about("switch")
    return None if found is None else msgspec.json.decode(found, type=Switch)


def can_go_on(place: Place, ledger: Ledger, switch: Switch) -> bool:
    """Whether each new file is whole, in the stage still or in the target already."""
    if switch.mode is Mode.FOLDER:
        return place.stage.is_dir() != _is_there(place.target)
    if switch.release:
        # A release is whole before the switch begins.
        return (
            place.release == switch.release
            or (place.releases / str(switch.release)).is_dir()
            or (switch.mode is Mode.UNLINKED and place.release is None)
        )
    return all(
        has_digest(str(place.stage / path), size, digest) or has_digest(str(place.live / path), size, digest)
        for path, size, digest in ledger.run(
            f"SELECT path, size, sha256 FROM pending WHERE step IN ({marks(WRITES)})"
        )
    )


def _is_there(target: Path) -> bool:
    return target.is_dir() and any(target.iterdir())


def go_on(place: Place, ledger: Ledger, switch: Switch) -> None:
    """Do what is still to be done in the files."""
    if switch.mode is Mode.FOLDER:
        if place.stage.is_dir():
            _become(place.stage, place.target)
        return
    if switch.release:
        show = show_release if switch.mode is Mode.RELEASE else become_folder
        show(place, switch.release)
        return
    live = place.live
    for path, step in ledger.run(
        f"SELECT path, step FROM pending WHERE step IN ({marks(WRITES + REMOVALS)}) ORDER BY step, path"
    ):
        if step in REMOVALS:
            remove_file(live / path, live)
        elif os.path.lexists(place.stage / path):
            move_over(place.stage / path, live / path)


def _become(stage: Path, target: Path) -> None:
    # Windows renames to no folder that is there, even an empty one.
    if target.is_dir():
        target.rmdir()
    stage.replace(target)


def go_back(place: Place, ledger: Ledger, switch: Switch) -> None:
    """Put back what the switch has replaced and take away what it has added."""
    if switch.mode is Mode.FOLDER:
        return
    if switch.mode is Mode.RELEASE:
        show_before(place, switch.release, switch.before)
        return
    if switch.mode is Mode.UNLINKED:
        become_link(place, switch.release, switch.before)
        return
    live, kept, back = place.live, place.kept_of(switch.generation), place.stage / _BACK
    for path, step, was_there, size, digest in ledger.run(
        "SELECT path, step, kept NOTNULL, size, sha256 FROM pending"
        f" WHERE step IN ({marks(WRITES + REMOVALS)}) ORDER BY step DESC, path"
    ):
        if was_there:
            # A folder may have been made in place of the file, and nothing put into it yet.
            for folder, _folders, _files in os.walk(live / path, topdown=False):
                Path(folder).rmdir()
            back.unlink(missing_ok=True)
            link_or_copy(kept / path, back)
            # Where nothing was replaced yet, both are one file, and the system leaves both names.
            move_over(back, live / path)
        elif step in WRITES and has_digest(str(live / path), size, digest):
            remove_file(live / path, live)


# What is kept of the site before, and what the ledger then knows of the new one.
_KEEPING = (
    "INSERT INTO kept_files SELECT ?, p.path, f.sha256, f.size, f.owner, f.revision, p.step, p.kept"
    f" FROM pending p LEFT JOIN files f ON f.path = p.path WHERE p.step <> {int(Step.REFRESH)}",
    "INSERT INTO kept_articles SELECT ?, p.id, a.remembered"
    " FROM pending_articles p LEFT JOIN articles a ON a.id = p.id",
)
_SETTLING = (
    f"DELETE FROM files WHERE path IN (SELECT path FROM pending WHERE step IN ({marks(GONE)}))",
    "INSERT OR REPLACE INTO files SELECT path, sha256, size, mtime, shard, owner, revision FROM pending"
    f" WHERE step NOT IN ({marks(GONE)}) ORDER BY path",
    "DELETE FROM articles WHERE id IN (SELECT id FROM pending_articles WHERE remembered IS NULL)",
    "INSERT OR REPLACE INTO articles SELECT id, remembered FROM pending_articles WHERE remembered NOTNULL",
)


def settle(ledger: Ledger, switch: Switch) -> None:
    """Let the ledger know the new site, and what was kept of the old one, and end the switch."""
    if not ledger.in_transaction:
        ledger.run("BEGIN IMMEDIATE")
    if switch.generation:
        counts = tuple(
            count_files(ledger, steps)
            for steps in ((Step.ADD,), (Step.REPLACE, Step.RETURN), (Step.FORGET, *REMOVALS))
        )
        ledger.run(
            "INSERT INTO generations VALUES (?, ?, ?, ?, ?)",
            (switch.generation, ledger.about("site"), *counts),
        )
        for statement in _KEEPING:
            ledger.run(statement, (switch.generation,))
    for statement in _SETTLING:
        ledger.run(statement)
    note_site(ledger, switch.site)
    forget(ledger)


def forget(ledger: Ledger) -> None:
    """Let nothing be pending any more, and commit."""
    if not ledger.in_transaction:
        ledger.run("BEGIN IMMEDIATE")
    ledger.run("DELETE FROM pending")
    ledger.run("DELETE FROM pending_articles")
    ledger.note("switch", None)
    ledger.run("COMMIT")
