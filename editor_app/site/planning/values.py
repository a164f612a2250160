"""What a plan of the website is made of: why it changes, what was known of it, and what changes."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

import msgspec
from msgspec import Struct

from editor_app.domain.live_text import ListedText, LiveText
from editor_app.domain.lost_link import Lost
from editor_app.domain.site_lists import Place, place_in_lists
from editor_app.site.output.values import ChangeKind


class Cause(StrEnum):
    """What makes pages change; the values are what scripts get."""

    # Nothing is known of what is there.
    FIRST_EXPORT = "first_export"
    # The archive is another one, or one from before: its log does not go on from where the site is.
    ANOTHER_HISTORY = "another_history"
    PUBLISHER = "publisher"
    SETTINGS = "settings"
    MENU = "menu"
    CONTACTS = "contacts"
    PROGRAM = "program"
    # Of a single article.
    APPEARED = "appeared"
    CHANGED = "changed"
    LEFT = "left"


class Reason(Struct, frozen=True, order=True):
    """Why pages change: `cause`, where it is one article with its title and `parts` of it that changed.

    Where contacts have changed, `title` is who they are, if that is known.
    """

    cause: Cause
    article_id: str = ""
    title: str = ""
    parts: tuple[str, ...] = ()


class PlannedChange(Struct, frozen=True):
    """What an export does to the file at `path`, and why; `owner` says what the file is about."""

    path: str
    kind: ChangeKind
    reasons: tuple[Reason, ...] = ()
    owner: str = ""


class Unit(Struct, frozen=True):
    """Some files that are made together: a page, or a list with all its pages.

    `family` is one of `families.FAMILIES`, `subject` tells its members apart.
    """

    family: str
    subject: str = ""

    @property
    def owner(self) -> str:
        """What the output knows its files by."""
        return f"{self.family}:{self.subject}"


class Known(Struct, frozen=True, array_like=True):
    """What an output remembers of an article that is on it, for the next export to compare with."""

    path: str
    title: str
    category_id: str | None
    language: str
    dated_at: datetime
    shown: str
    fragment: str
    contact_ids: tuple[str, ...]
    images: tuple[str, ...]
    parts: dict[str, str]
    original_id: str = ""


class ArticleChange(Struct, frozen=True):
    """An article of which something happened: as it was on the site and is now, None where it is not."""

    article_id: str
    before: Known | None
    after: Known | None

    @property
    def is_shown_anew(self) -> bool:
        """Whether lists show something else of it than before."""
        old, new = self.before, self.after
        return old is None or new is None or old.shown != new.shown

    @property
    def is_moved(self) -> bool:
        """Whether it stands elsewhere in lists than before."""
        old, new = self.before, self.after
        if old is None or new is None:
            return old is not new
        return (old.category_id, old.dated_at, old.contact_ids) != (
            new.category_id,
            new.dated_at,
            new.contact_ids,
        )

    @property
    def sides(self) -> tuple[Known, ...]:
        """What there is of before and now."""
        return tuple(side for side in (self.before, self.after) if side is not None)

    @property
    def reason(self) -> Reason:
        """Why pages change that depend on it."""
        old, new = self.before, self.after
        if old is None or new is None:
            title = new.title if new is not None else old.title if old is not None else ""
            return Reason(Cause.LEFT if new is None else Cause.APPEARED, self.article_id, title)
        parts = tuple(sorted(name for name in new.parts if new.parts[name] != old.parts.get(name)))
        return Reason(Cause.CHANGED, self.article_id, new.title, parts)

    def place(self, side: Known) -> Place:
        """Return where it stood or stands in lists."""
        return side.dated_at, self.article_id


class SiteRecord(Struct, frozen=True):
    """What an output remembers of itself: how many pages it has, and which of their links lead nowhere.

    `cards` has what becomes another text with what the page of a contact says of them, by id, and `newest`
    when the newest article on the map of each month came.
    """

    pages: int = 0
    withdrawn: int = 0
    not_due: int = 0
    lost_links: tuple[Lost, ...] = ()
    cards: Mapping[str, str] = {}
    newest: Mapping[str, datetime] = {}


_encoder = msgspec.json.Encoder(order="sorted")
_known_decoder = msgspec.json.Decoder(Known)
_record_decoder = msgspec.json.Decoder(SiteRecord)


def known_of(text: LiveText) -> Known:
    """Return what is to be remembered of a text that is on the site."""
    listed, fragment = text.listed, text.fragment
    return Known(
        path=listed.path,
        title=listed.title,
        category_id=listed.category_id,
        language=listed.language,
        dated_at=listed.dated_at,
        shown=_shown(listed),
        fragment=fragment.digest,
        contact_ids=fragment.contact_ids,
        images=fragment.images,
        parts=fragment.parts,
        original_id=listed.original_id,
    )


def encode_known(known: Known) -> bytes:
    """Return what `decode_known` reads."""
    return _encoder.encode(known)


def decode_known(remembered: bytes | None) -> Known | None:
    """Return what was remembered, None where nothing was."""
    return None if remembered is None else _known_decoder.decode(remembered)


def encode_record(record: SiteRecord) -> bytes:
    """Return what `decode_record` reads."""
    return _encoder.encode(record)


def decode_record(remembered: bytes | None) -> SiteRecord:
    """Return what was remembered of the site, an empty one where nothing was."""
    return SiteRecord() if remembered is None else _record_decoder.decode(remembered)


def digest_of(value: object) -> str:
    """Return what becomes another text as soon as `value`, of structs and the like, does."""
    return sha256(_encoder.encode(value)).hexdigest()[:16]


def reasons_by_kind(changes: tuple[PlannedChange, ...]) -> Mapping[Reason, int]:
    """Return how many files change for each reason."""
    counts: dict[Reason, int] = {}
    for change in changes:
        for reason in change.reasons:
            counts[reason] = counts.get(reason, 0) + 1
    return counts


def _shown(listed: ListedText) -> str:
    return digest_of(
        (
            listed.path,
            listed.title,
            listed.lead,
            listed.kind,
            listed.language,
            place_in_lists(listed),
            listed.category_id,
            listed.hero,
            listed.hero_size,
            listed.updated_at,
            listed.original_id,
        )
    )
