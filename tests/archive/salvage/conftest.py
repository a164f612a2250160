"""An archive worth saving, and ways to damage it."""

import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import msgspec
import pytest

from editor_app.domain.document import Document, paragraph
from tests.blank_archives import new_desk
from tests.reachable import reachable

# So many that their words, and not the pages of empty tables, are most of the file.
ARTICLES = 40
PAGE = 4096
NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


def fill(path):
    desk = new_desk(path, clock=lambda: NOW)
    category = desk.add_category("Trafik")
    for number in range(ARTICLES):
        created = desk.create(by="Ada")
        article = msgspec.structs.replace(
            created.article,
            title=f"Artikel {number:02}",
            lead="Öppnar i maj.",
            body=Document(tuple(paragraph(f"Stycke {part}. " + "Ord. " * 60) for part in range(8))),
            category_id=category.id,
            contact_ids=reachable(desk),
        )
        desk.save(article, version=created.version, by="Ada")
        if number % 2:
            desk.submit(article.id, by="Ada")
            desk.approve(article.id, by="Bo")
    desk.close()


@pytest.fixture(scope="session")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "archive.sqlite3"
    fill(path)
    return path.read_bytes()


class Damaged:
    """A copy of the archive, to be damaged."""

    def __init__(self, path, whole):
        self.path = path
        self.data = bytearray(whole)
        path.write_bytes(whole)

    def root_page(self, table):
        with closing(sqlite3.connect(self.path)) as database:
            query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
            return database.execute(query, (table,)).fetchone()[0]

    def leaf_pages(self, table):
        """Return the pages, from 1, that the root of a table leads to, in order."""
        page = self.root_page(table)
        start = (page - 1) * PAGE
        if self.data[start] == 13:
            return [page]
        cells = int.from_bytes(self.data[start + 3 : start + 5])
        at = [int.from_bytes(self.data[start + 12 + 2 * n : start + 14 + 2 * n]) for n in range(cells)]
        children = [int.from_bytes(self.data[start + one : start + one + 4]) for one in at]
        return [*children, int.from_bytes(self.data[start + 8 : start + 12])]

    def fill_page(self, page, *, seed=1):
        noise = random.Random(seed).randbytes(PAGE)
        self.data[(page - 1) * PAGE : page * PAGE] = noise
        self.write()

    def run(self, *statements):
        with closing(sqlite3.connect(self.path, isolation_level=None)) as database:
            for statement in statements:
                database.execute(statement)
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.data = bytearray(self.path.read_bytes())

    def write(self):
        self.path.write_bytes(self.data)


@pytest.fixture
def damaged(tmp_path, whole):
    return Damaged(tmp_path / "archive.sqlite3", whole)
