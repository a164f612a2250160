"""Which texts show which images: noted with every text that is stored, and asked for by an index alone."""

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

from sqlalchemy import Connection, func, literal, or_, select, union_all

from editor_app.archive.among import among
from editor_app.archive.rows import ImageUse
from editor_app.archive.site_tables import live_pages
from editor_app.archive.tables import WORKING_COPY, articles, revisions, shown_images, working_copies
from editor_app.domain.codec import BrokenText, NewerSchema, decode_article, decode_snapshot

# As texts are stored; within what somebody wrote there is a backslash before every quotation mark.
_IMAGE_ID = re.compile(r'"image_id":"([^"\\]+)"')

Shown = frozenset[str]


class ImageUses:
    """Looks for the texts that show images: working copies and all revisions."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, image_id: str) -> tuple[ImageUse, ...]:
        """Return the articles that show the image, those that are live with it first, then by title."""
        columns = shown_images.c
        live = select(live_pages.c.article_id).join(revisions, revisions.c.id == live_pages.c.revision_id)
        is_live = live.where(
            live_pages.c.article_id == columns.article_id, revisions.c.number == columns.number
        ).exists()
        query = (
            select(articles.c.id, articles.c.title, func.max(is_live))
            .join_from(shown_images, articles)
            .where(columns.image_id == image_id, or_(columns.number == WORKING_COPY, is_live))
            .group_by(articles.c.id)
        )
        found = (ImageUse(id_, title, bool(live)) for id_, title, live in self._connection.execute(query))
        return tuple(sorted(found, key=lambda use: (not use.is_live, use.title.casefold(), use.article_id)))

    def images_of(self, article_id: str) -> Shown:
        """Return the ids of the images in the article and in all its revisions."""
        columns = shown_images.c
        return frozenset(
            self._connection.scalars(select(columns.image_id).where(columns.article_id == article_id))
        )

    def unused(self, image_ids: Collection[str], *, without: str = "") -> Shown:
        """Return those of the images that no text shows, but for those of the article `without`."""
        columns = shown_images.c
        used = select(columns.image_id).where(
            among(columns.image_id, image_ids), columns.article_id != without
        )
        return frozenset(image_ids).difference(self._connection.scalars(used))


def note_images(connection: Connection, article_id: str, number: int, content: str) -> None:
    """Store which images a text shows: the revision with that number, or the WORKING_COPY."""
    columns = shown_images.c
    is_text = (columns.article_id == article_id) & (columns.number == number)
    shown, noted = _shown_in(content), frozenset(connection.scalars(select(columns.image_id).where(is_text)))
    if noted - shown:
        connection.execute(shown_images.delete().where(is_text, columns.image_id.in_(noted - shown)))
    if shown - noted:
        rows = [
            {"article_id": article_id, "number": number, "image_id": image_id}
            for image_id in sorted(shown - noted)
        ]
        connection.execute(shown_images.insert(), rows)


def misses_images(connection: Connection) -> bool:
    """Tell whether other images are noted of a text that can be read than it shows."""
    return next(_wrongly_noted(connection), None) is not None


def note_all_images(connection: Connection) -> None:
    """Make right what is noted of the texts that can be read."""
    for article_id, number, content in list(_wrongly_noted(connection)):
        note_images(connection, article_id, number, content)


def _wrongly_noted(connection: Connection) -> Iterator[tuple[str, int, str]]:
    """Yield the texts of which other images are noted than they show; those that are gone are empty."""
    noted: dict[tuple[str, int], Shown] = {}
    for article_id, number, image_id in connection.execute(select(shown_images)):
        noted[article_id, number] = noted.get((article_id, number), frozenset()) | {image_id}
    texts = union_all(
        select(working_copies.c.article_id, literal(WORKING_COPY), working_copies.c.content),
        select(revisions.c.article_id, revisions.c.number, revisions.c.content),
    )
    for article_id, number, content in connection.execute(texts):
        is_right = noted.pop((article_id, number), frozenset()) == _shown_in(content)
        # What cannot be read is a finding of its own.
        if not is_right and _can_be_read(number, content):
            yield article_id, number, content
    # An article without its words is one too.
    yield from ((article_id, number, "") for article_id, number in noted if number != WORKING_COPY)


def _can_be_read(number: int, content: str) -> bool:
    decode: Callable[[bytes], Any] = decode_article if number == WORKING_COPY else decode_snapshot
    try:
        decode(content.encode())
    except (BrokenText, NewerSchema):
        return False
    return True


def _shown_in(content: str) -> Shown:
    return frozenset(_IMAGE_ID.findall(content))
