"""The record that an export leaves of itself: which files it wrote, and what each page shows."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from editor_app.domain.audit import Head
from editor_app.site.plan import ArticlePage

MANIFEST = "pressklar.json"
MADE_BY = "Pressklar"
SCHEMA = 1


class Manifest(Struct, frozen=True):
    """The files of an export by path with their SHA-256, in hex, and the revision on each article page.

    `log_head` is the newest entry that the audit log had.
    """

    files: dict[str, str]
    articles: dict[str, ArticlePage]
    log_head: Head = Head()
    made_by: str = MADE_BY
    schema: int = SCHEMA


def file_hash(data: bytes) -> str:
    """Return the SHA-256 of `data`, in hex."""
    return sha256(data).hexdigest()


def encode_manifest(files: Mapping[str, str], articles: Mapping[str, ArticlePage], log_head: Head) -> bytes:
    """Return the manifest as readable JSON in one order."""
    manifest = Manifest(dict(files), dict(articles), log_head)
    return msgspec.json.format(msgspec.json.encode(manifest, order="deterministic"), indent=1) + b"\n"


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of the export in `folder`, or None where that holds none of ours.

    A manifest of a newer program is one that we cannot read, so the folder is not ours to change.
    """
    path = folder / MANIFEST
    if not path.is_file():
        return None
    try:
        manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except msgspec.DecodeError:
        return None
    return manifest if manifest.made_by == MADE_BY and manifest.schema <= SCHEMA else None
