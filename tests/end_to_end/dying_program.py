"""Run as a program: does acts, each again and again, and dies while it does; prints what was left.

Its argument is an empty folder. It reads acts by name, with " every" behind to die at every moment; else it
dies at the last moments before something in the files becomes another: between these a death leaves the
same bytes. A moment is a statement that SQLite is about to run, or a file that is about to be opened,
renamed, linked or removed. It forks, so that the libraries are loaded once; who dies shares no connection
with the one who looks at what is left.
"""

import gc
import json
import os
import shutil
import sqlite3
import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from editor_app.archive import upgrading
from editor_app.archive.archive import open_archive
from editor_app.archive.sqlite_file import header_stamp
from editor_app.desk import keeping
from editor_app.desk.opening import open_desk
from editor_app.domain.audit import find_flaws
from tests.end_to_end.mortal_acts import ACTS

DEAD = 77
OF_FILES = {"open", "os.rename", "os.link", "os.remove", "os.mkdir"}
# The index of a log is made anew by the first who opens an archive.
PASSING = "-shm"


class Moments:
    """Calls `come` with the number of each moment of what is done in `folder`; what that does has none."""

    def __init__(self, folder, come):
        self._folder = str(folder)
        self._come = come
        self._is_coming = False
        self._connect = sqlite3.connect
        self.count = 0
        sqlite3.connect = self._connect_traced
        sys.addaudithook(self._hear)

    def come_nearer(self, *_statement):
        if not self._is_coming:
            self._is_coming = True
            self._come(self.count)
            self.count += 1
            self._is_coming = False

    def _connect_traced(self, *arguments, **options):
        connection = self._connect(*arguments, **options)
        connection.set_trace_callback(self.come_nearer)
        return connection

    def _hear(self, event, arguments):
        # Elsewhere Python keeps what it compiled, the first time that it loads a module.
        if event in OF_FILES and str(arguments[0]).startswith(self._folder):
            self.come_nearer()


def state_of(folder):
    """Return what tells the files in `folder` from those that another moment leaves."""
    files = sorted(file for file in folder.rglob("*") if file.is_file() and not file.name.endswith(PASSING))
    return [(str(file), sha256(file.read_bytes()).digest()) for file in files]


def in_child(run):
    """Return with what code a process of its own ends that does `run`."""
    child = os.fork()
    if child == 0:
        run()
        os._exit(0)
    _pid, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def moments_of(act, path):
    """Return how many moments `act` has, and the last ones before the files become others."""
    told = path.parent.with_name("moments.json")

    def watch():
        last, before = [], state_of(path.parent)

        def look(number):
            nonlocal before
            now = state_of(path.parent)
            if now != before and number:
                last.append(number - 1)
            before = now

        moments = Moments(path.parent, look)
        act(path, moments.come_nearer)
        told.write_text(json.dumps([moments.count, [*last, moments.count - 1]]))

    if in_child(watch):
        raise SystemExit("the act failed without dying")
    return json.loads(told.read_text())


def live_to(act, path, moment):
    """Do the act in a process of its own that dies at `moment`; tell whether it died."""

    def live():
        def die_at(number):
            if number == moment:
                os._exit(DEAD)

        act(path, Moments(path.parent, die_at).come_nearer)

    code = in_child(live)
    if code not in (0, DEAD):
        raise SystemExit(f"the act failed with {code} at moment {moment}")
    return code == DEAD


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
    cards = {entry.contact.name: entry.usage.articles for entry in desk.contact_entries()}
    images = sorted(image.name for image in desk.images())
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
        "contacts": cards,
        "images": images,
        # What else the acts leave: it has to fit the articles.
        "beside": [[entry.act for entry in log], published, live],
        "backups": [[backup.kind.value, keeping.contents_of(backup) is not None] for backup in backups],
    }


def prepared(prepare, folder):
    """Return a folder with the archive that there is before, made once."""
    place = folder / prepare.__name__
    if not place.exists():
        place.mkdir()
        prepare(place / "archive.sqlite3")
    return place


def die_again_and_again(name, folder, *, at_every_moment):
    prepare, act = ACTS[name]
    before = prepared(prepare, folder)

    def begun():
        here = folder / "here"
        shutil.rmtree(here, ignore_errors=True)
        shutil.copytree(before, here)
        return here / "archive.sqlite3"

    count, last = moments_of(act, begun())
    # The last life is a whole one.
    for moment in [*(range(count) if at_every_moment else last), count]:
        path = begun()
        died = live_to(act, path, moment)
        left = {"moment": moment, "died": died, **what_is_left(path)}
        print(json.dumps(left), flush=True)
    print(flush=True)


def main(folder):
    # The parent has the libraries of migrations too, so that no child has to load them.
    assert upgrading.MIGRATIONS.is_dir()
    # A child that collects garbage would touch, and so copy, all that it has of its parent.
    gc.freeze()
    for line in sys.stdin:
        name, *every = line.split()
        die_again_and_again(name, folder, at_every_moment=bool(every))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
