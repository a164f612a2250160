"""Approved articles leave for another content management system, field by field."""

import os
import shutil
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from msgspec import Struct

from editor_app.archive.archive import Archive, Holdings
from editor_app.desk.approved_words import Approved, newest_approved, public_address
from editor_app.desk.card_file import site_profile
from editor_app.desk.errors import FileNotWritten, FolderTaken, ImageAltered, require_name
from editor_app.desk.filing import fetch
from editor_app.desk.whole_files import umask
from editor_app.domain.audit import Act
from editor_app.domain.document import Figure
from editor_app.domain.page_needs import linked_articles
from editor_app.domain.revision import figures
from editor_app.rendering.images import PlainFile, make_plain_file
from editor_app.site.handover.kit import Given, Kit, kit_files, make_kit

# What a wide screen shows, and what every system takes.
LONGEST_SIDE = 1920


class Material(Struct, frozen=True):
    """What a kit is made of, read at one moment; `originals` and `addresses` are by id."""

    approved: Approved
    originals: dict[str, bytes]
    addresses: dict[str, str]


def gather(holdings: Holdings, article_id: str, now: datetime) -> Material:
    """Return what a kit of the article is made of.

    Raises ArticleMissing, NothingApproved, HashMismatch and ImageMissing.
    """
    approved = newest_approved(holdings, article_id)
    base = site_profile(holdings).base_url
    ids = {article_id, *linked_articles(approved.snapshot.body)}
    addresses = {one: public_address(holdings, base, one, now) for one in ids}
    originals = {
        figure.image_id: holdings.images.original(figure.image_id) for figure in figures(approved.snapshot)
    }
    return Material(approved, originals, {one: address for one, address in addresses.items() if address})


def kit_of(material: Material) -> Kit:
    """Return the kit; raises ImageAltered, and NotAnImage where an image cannot be read any more."""

    def image_file(figure: Figure) -> PlainFile:
        original = material.originals[figure.image_id]
        if sha256(original).hexdigest() != figure.image_id:
            raise ImageAltered(figure.image_id)
        return make_plain_file(original, figure.crop, LONGEST_SIDE)

    snapshot = material.approved.snapshot
    return make_kit(
        snapshot,
        material.approved.given,
        image_file=image_file,
        article_address=material.addresses.get,
        address=material.addresses.get(snapshot.article_id, ""),
    )


def hand_over(archive: Archive, article_id: str, folder: Path, *, by: str, now: datetime) -> Kit:
    """Write the kit of an article as the new folder `folder`, whole or not at all, and note it in the log.

    Raises NameMissing, FolderTaken, FileNotWritten and what `gather` and `kit_of` raise.
    """
    name = require_name(by)
    with archive.reading() as holdings:
        material = gather(holdings, article_id, now)
    kit = kit_of(material)
    _write_folder(kit_files(kit), folder)
    with archive.writing() as holdings:
        note(holdings, kit.article_id, kit.given, by=name, now=now, folder=folder.name)
    return kit


def save_images(kit: Kit, folder: Path) -> Path:
    """Write the images of a kit to a new folder in `folder`, named after the article, and return that.

    Raises FileNotWritten.
    """
    made, number = folder / kit.slug, 2
    while made.exists():
        made, number = folder / f"{kit.slug}-{number}", number + 1
    _write_folder(((image.name, image.data) for image in kit.images), made)
    return made


def note(
    holdings: Holdings, article_id: str, given: Given, *, by: str, now: datetime, folder: str = ""
) -> None:
    """Note in the log that a version was handed over; raises NameMissing and ArticleMissing."""
    fetch(holdings, article_id)
    details = {"version": str(given.number), "folder": folder}
    holdings.log.append(
        Act.HANDED_OVER,
        by=require_name(by),
        at=now,
        article_id=article_id,
        revision_hash=given.hash,
        details={key: value for key, value in details.items() if value},
    )


def _write_folder(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """Put `files` into the new folder `folder`, all of them or none; an empty one may be there."""
    made: Path | None = None
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise FolderTaken(folder)
        made = Path(mkdtemp(dir=folder.parent, prefix=f".{folder.name}"))
        for name, data in files:
            _write_file(made / name, data)
        made.chmod(0o777 & ~umask())
        if folder.exists():
            # Not every system puts a folder in the place of another, even of an empty one.
            folder.rmdir()
        made.rename(folder)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise FileNotWritten(folder, reason or str(error)) from error
    finally:
        if made is not None:
            shutil.rmtree(made, ignore_errors=True)


def _write_file(path: Path, data: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
