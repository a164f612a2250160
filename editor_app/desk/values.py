"""What the desk answers: frozen values that may cross threads."""

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from editor_app.domain.article import Article, Kind
from editor_app.domain.workflow import State


class ArticleSummary(Struct, frozen=True):
    """One line of the archive's list; `category` is a name, empty where none is chosen.

    `is_live` tells whether some approved revision is there to be exported, also while the working
    copy is being edited.
    """

    id: str
    title: str
    kind: Kind
    language: str
    category: str
    state: State
    is_live: bool
    publish_at: datetime | None
    updated_at: datetime
    updated_by: str


class LiveRevision(Struct, frozen=True):
    """The newest approved revision, which is what an export takes."""

    number: int
    hash: str
    approved_by: str
    approved_at: datetime


class WorkingCopy(Struct, frozen=True):
    """An article as it stands at the desk.

    `version` goes up with each save and is what a save must name, so that nobody overwrites
    somebody else's words. `submitted_by` is empty in a draft. `live` is None until the first
    approval; the working copy is what `live` says only in the state APPROVED.
    """

    article: Article
    state: State
    version: int
    updated_at: datetime
    updated_by: str
    submitted_by: str = ""
    live: LiveRevision | None = None


class TakenIn(Struct, frozen=True):
    """A copied news page that became a draft.

    `notes` are sentences, in the interface language, on what the editor should look at; `source`
    is the whole text as it came.
    """

    working_copy: WorkingCopy
    notes: tuple[str, ...]
    source: str


class StoredImage(Struct, frozen=True):
    """An image in the archive; `id` is the SHA-256 of its original, sizes are in pixels."""

    id: str
    name: str
    media_type: str
    width: int
    height: int


class ExportResult(Struct, frozen=True):
    """What an export did: paths under `target`, and how many live articles were left out as not due."""

    target: Path
    pages: int
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    not_due: int
