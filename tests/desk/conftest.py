"""A desk on a real archive, with a clock that tests move."""

import io
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from PIL import Image

from editor_app.archive.archive import open_archive
from editor_app.domain.document import Document, Figure, paragraph
from tests.blank_archives import new_desk
from tests.reachable import reachable


class Clock:
    """A clock that goes one minute each time somebody looks."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def archive_path(tmp_path):
    return tmp_path / "archive.sqlite3"


@pytest.fixture
def desk(archive_path, clock):
    desk = new_desk(archive_path, clock=clock)
    yield desk
    desk.close()


@pytest.fixture
def draft(desk):
    """A draft by Ada that has all it needs to be approved."""
    category = desk.add_category("Bygga och bo")
    created = desk.create(by="Ada")
    article = msgspec.structs.replace(
        created.article,
        title="Ny cykelväg längs ån",
        lead="Bygget börjar i maj.",
        body=Document((paragraph("Vägen blir fyra kilometer lång."),)),
        category_id=category.id,
        contact_ids=reachable(desk),
    )
    return desk.save(article, version=created.version, by="Ada")


@pytest.fixture
def submitted(desk, draft):
    return desk.submit(draft.article.id, by="Ada")


@pytest.fixture
def approved(desk, submitted):
    return desk.approve(submitted.article.id, by="Bo")


@pytest.fixture
def image(desk):
    """A figure with an image that the archive has."""
    output = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(output, "PNG")
    return Figure(desk.add_image(output.getvalue(), name="rod.png", by="Ada").id, alt="En röd ruta")


@pytest.fixture
def archive_log(archive_path):
    """What the audit log of the archive holds, each time that it is called."""

    def entries():
        archive = open_archive(archive_path)
        with archive.reading() as holdings:
            found = tuple(holdings.log.entries())
        archive.close()
        return found

    return entries
