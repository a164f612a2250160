"""Run as a program: does one act again and again, each time dying at its next moment; prints what was left.

Its arguments are the act, by name, and an empty folder. A moment is a statement that SQLite is about to
run, or a file that is about to be opened, renamed, linked or removed. It forks, so that the libraries are
loaded once; who dies shares no connection with the one who looks at what is left.
"""

import json
import os
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from editor_app.archive import upgrading
from editor_app.archive.archive import open_archive
from editor_app.archive.sqlite_file import header_stamp
from editor_app.archive.tables import ARCHIVE_VERSION
from editor_app.desk import keeping
from editor_app.desk.keeping import BackupKind
from editor_app.desk.opening import open_desk
from editor_app.domain.audit import find_flaws
from editor_app.domain.document import Document, paragraph
from editor_app.domain.withdrawal import WithdrawalReason

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
MADE = Path(__file__).parents[1] / "archive" / "made_by"
DEAD = 77
OF_FILES = {"os.rename", "os.link", "os.remove", "os.mkdir"}


class Death:
    """Ends the process, as a power cut would, at moment number `at` of what is done in `folder`."""

    def __init__(self, folder, at):
        self._folder = str(folder)
        self._left = at
        self._connect = sqlite3.connect
        sqlite3.connect = self._connect_traced
        sys.addaudithook(self._hear)

    def come_nearer(self, *_statement):
        self._left -= 1
        if self._left < 0:
            os._exit(DEAD)

    def _connect_traced(self, *arguments, **options):
        connection = self._connect(*arguments, **options)
        connection.set_trace_callback(self.come_nearer)
        return connection

    def _hear(self, event, arguments):
        if event in OF_FILES or (event == "open" and str(arguments[0]).startswith(self._folder)):
            self.come_nearer()


def older_archive():
    """Return the newest of the archives that older programs made."""
    stamps = {path: header_stamp(path).version for path in MADE.glob("*.sqlite3")}
    return max((path for path in stamps if stamps[path] < ARCHIVE_VERSION), key=stamps.__getitem__)


def fill(path):
    """Make an archive with an article that is approved, and one that is submitted."""
    desk = open_desk(path, create=True)
    category = desk.add_category("Trafik")
    for title in ("Bron", "Vägen"):
        created = desk.create(by="Ada")
        article = msgspec.structs.replace(
            created.article,
            title=title,
            lead="Öppnar i maj.",
            body=Document((paragraph("Ord. " * 2000),)),
            category_id=category.id,
        )
        desk.save(article, version=created.version, by="Ada")
        desk.submit(created.article.id, by="Ada")
    desk.approve(article_id(desk, "Bron"), by="Bo")
    desk.close()


def article_id(desk, title):
    return next(line.id for line in desk.articles() if line.title.startswith(title))


def with_desk(act):
    def run(path, _death):
        desk = open_desk(path)
        act(desk)
        desk.close()

    return run


def approve(desk):
    desk.approve(article_id(desk, "Vägen"), by="Bo")


def save(desk):
    copy = desk.open(article_id(desk, "Vägen"))
    article = msgspec.structs.replace(copy.article, title="Vägen är klar", body=Document((paragraph("Ny."),)))
    desk.save(article, version=copy.version, by="Ada")


def take_back_and_submit(desk):
    desk.take_back(article_id(desk, "Vägen"), by="Ada")
    desk.submit(article_id(desk, "Vägen"), by="Ada")


def restore_version(desk):
    copy = desk.open(article_id(desk, "Bron"))
    article = msgspec.structs.replace(copy.article, title="Bron är klar")
    changed = desk.save(article, version=copy.version, by="Ada")
    desk.restore(copy.article.id, 1, version=changed.version, by="Ada")


def withdraw(desk):
    desk.withdraw(article_id(desk, "Bron"), WithdrawalReason.OUT_OF_DATE, by="Bo", words="Bron är stängd.")


def upgrade(path, _death):
    open_desk(path).close()


def back_up(path, death):
    keeping.back_up(path, BackupKind.DAILY, now=NOW, progress=death.come_nearer)


def restore_backup(path, _death):
    keeping.restore_backup(keeping.backups_of(path)[-1].path, path, now=NOW, by="Ada")


def make_backup_of_less(path):
    """Make an archive with a backup in which the last approval is not there yet."""
    fill(path)
    keeping.back_up(path, BackupKind.DAILY, now=NOW)
    desk = open_desk(path)
    approve(desk)
    desk.close()


# What there is before, and what is done to it.
ACTS = {
    "approve": (fill, with_desk(approve)),
    "save": (fill, with_desk(save)),
    "submit": (fill, with_desk(take_back_and_submit)),
    "withdraw": (fill, with_desk(withdraw)),
    "restore_version": (fill, with_desk(restore_version)),
    "upgrade": (lambda path: shutil.copyfile(older_archive(), path), upgrade),
    "backup": (fill, back_up),
    "restore_backup": (make_backup_of_less, restore_backup),
}


def what_is_left(path):
    """Return what the archive holds when it is opened again, and whether its backups are whole."""
    found = header_stamp(path).version
    files = sorted(file.name for file in path.parent.iterdir() if file.suffix != ".sqlite3")
    desk = open_desk(path)
    articles = [
        (
            line.title,
            f"{line.state.value}, {line.live.value}",
            [version.approvals for version in desk.versions(line.id)],
        )
        for line in desk.articles()
    ]
    desk.close()
    with closing(sqlite3.connect(path)) as database:
        (integrity,) = database.execute("PRAGMA integrity_check").fetchone()
        broken = database.execute("PRAGMA foreign_key_check").fetchall()
        published = database.execute("SELECT count(*) FROM publications").fetchone()[0]
        live = database.execute("SELECT title FROM live_pages ORDER BY title").fetchall()
    archive = open_archive(path)
    with archive.reading() as holdings:
        log = list(holdings.log.entries())
    archive.close()
    backups = keeping.backups_of(path)
    return {
        "version": found,
        "files": files,
        "articles": [
            [title, state, [[by for by, _at in approvals] for approvals in versions]]
            for title, state, versions in sorted(articles)
        ],
        "sound": integrity == "ok" and not broken and not list(find_flaws(log)),
        # What else the acts leave: it has to fit the articles.
        "beside": [[entry.act for entry in log], published, live],
        "backups": [[backup.kind.value, keeping.contents_of(backup) is not None] for backup in backups],
    }


def live_to(act, path, moment):
    """Do the act in a process of its own that dies at `moment`; tell whether it died."""
    child = os.fork()
    if child == 0:
        act(path, Death(path.parent, moment))
        os._exit(0)
    _pid, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, DEAD):
        raise SystemExit(f"the act failed with {code} at moment {moment}")
    return code == DEAD


def main(name, folder):
    fill_archive, act = ACTS[name]
    prepared = folder / "prepared"
    prepared.mkdir()
    fill_archive(prepared / "archive.sqlite3")
    # The parent has the libraries of migrations too, so that no child has to load them.
    assert upgrading.MIGRATIONS.is_dir()
    died, moment = True, 0
    while died:
        here = folder / str(moment)
        shutil.copytree(prepared, here)
        died = live_to(act, here / "archive.sqlite3", moment)
        print(json.dumps({"died": died, **what_is_left(here / "archive.sqlite3")}), flush=True)
        shutil.rmtree(here)
        moment += 1


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
