"""An article with all that belongs to it as one package that outlives the program."""

import re
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from editor_app.archive.archive import Archive
from editor_app.desk.bags import write_bag
from editor_app.desk.errors import PackageBroken, require_name
from editor_app.desk.filing import fetch
from editor_app.desk.package_check import check_package
from editor_app.desk.package_contents import Contents, gather, payload
from editor_app.desk.picture_file import rendition_bytes
from editor_app.desk.values import Preserved
from editor_app.desk.whole_files import write_whole
from editor_app.domain.addresses import make_slug
from editor_app.domain.audit import Act
from editor_app.domain.swedish_time import wall_time
from editor_app.resource_files import RESOURCES

README = RESOURCES / "preservation" / "README.txt"
_UNSAFE = re.compile(r"[^0-9A-Za-zÅÄÖåäöÉé]+")
_LONGEST = 60


def preserve(archive: Archive, article_id: str, folder: Path, *, by: str, now: datetime) -> Preserved:
    """Write the package of an article into `folder`, read it back, and note it in the log.

    A package that is there already stays. Raises ArticleMissing, NameMissing, ImageMissing,
    ImageAltered, HashMismatch, FileNotWritten, and PackageBroken where the disk did not keep it.
    """
    name = require_name(by)
    with archive.reading() as holdings:
        contents = gather(holdings, article_id)
    title = package_name(contents, now)
    data = package_data(archive, contents, title, now)
    path = _free_path(folder, title)
    write_whole(data, path)
    if not check_package(path).is_whole:
        path.unlink()
        raise PackageBroken(path)
    hash_ = sha256(data).hexdigest()
    with archive.writing() as holdings:
        fetch(holdings, article_id)
        holdings.log.append(
            Act.PRESERVED,
            by=name,
            at=now,
            article_id=article_id,
            details={"file": path.name, "sha256": hash_},
        )
    return Preserved(path, hash_, contents.title)


def package_data(archive: Archive, contents: Contents, title: str, now: datetime) -> bytes:
    """Return the bytes of the package; the same archive at the same moment gives the same ones."""
    day = f"{wall_time(now):%Y-%m-%d}"
    files = payload(contents, lambda rendition: rendition_bytes(archive, rendition))
    readme = README.read_text(encoding="utf-8").format(
        title=contents.title,
        day=day,
        publisher=contents.profile.name or "Kommunen",
        head=contents.head.number,
    )
    return write_bag(title, files, {"README.txt": readme.encode()}, _info(contents, day))


def package_name(contents: Contents, now: datetime) -> str:
    """Return what the package is called, without its ending: safe on every system."""
    newest = contents.newest
    number = safe_name(newest.record_number) or contents.article_id
    slug = safe_name(newest.slug or make_slug(newest.title)) or "artikel"
    return f"{number}_{slug}_{wall_time(now):%Y-%m-%d}"


def safe_name(text: str) -> str:
    """Return `text` as a part of a file name, without what some system does not allow."""
    return _UNSAFE.sub("-", text).strip("-")[:_LONGEST].rstrip("-")


def _free_path(folder: Path, title: str) -> Path:
    path, number = folder / f"{title}.zip", 2
    while path.exists():
        path, number = folder / f"{title}_{number}.zip", number + 1
    return path


def _info(contents: Contents, day: str) -> Iterator[tuple[str, str]]:
    newest = contents.newest
    if contents.profile.name:
        yield "Source-Organization", contents.profile.name
    yield "Bagging-Date", day
    yield "External-Identifier", contents.article_id
    if newest.record_number:
        yield "External-Identifier", newest.record_number
    yield "External-Description", newest.title
    yield "Audit-Log-Head", f"{contents.head.number} {contents.head.hash}"
    yield "Bag-Software-Agent", "Pressklar"
