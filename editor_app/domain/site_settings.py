"""How the website looks and what it says beside its articles, as its publisher has set it."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from editor_app.domain.addresses import ARTICLE_SCHEME
from editor_app.domain.site_palette import DEFAULT_ACCENT


class FontChoice(StrEnum):
    """What the site is set in: the face that comes with the program, the reader's own, or the publisher's."""

    SOURCE_SANS = "source_sans"
    SYSTEM = "system"
    OWN = "own"


class Appearance(Struct, frozen=True, forbid_unknown_fields=True):
    """The look: `accent` as `#rrggbb`, and the id of the image that stands for the name, empty for none.

    `own_font` is a WOFF2 file of the publisher's, with all that the pages need of it.
    """

    accent: str = DEFAULT_ACCENT
    logo_id: str = ""
    font: FontChoice = FontChoice.SOURCE_SANS
    own_font: bytes = b""


PLAIN_LOOK = Appearance()


class NoticeLevel(StrEnum):
    """How urgent a notice is; the most urgent comes first."""

    CRISIS = "crisis"
    WARNING = "warning"
    INFORMATION = "information"


class Notice(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands at the top of every page from `begins_at` until `ends_at`, in UTC.

    Without a beginning it is there at once, without an end until somebody takes it away. `english` takes
    the place of `text` on pages in English. `href` is where `link_text` leads, empty for nowhere.
    """

    level: NoticeLevel = NoticeLevel.INFORMATION
    text: str = ""
    english: str = ""
    href: str = ""
    link_text: str = ""
    begins_at: datetime | None = None
    ends_at: datetime | None = None

    @property
    def article_id(self) -> str:
        """The article that the notice leads to, empty for none."""
        beginning = f"{ARTICLE_SCHEME}:"
        return self.href.removeprefix(beginning) if self.href.startswith(beginning) else ""

    def is_shown(self, now: datetime) -> bool:
        """Tell whether the notice is on the pages of a site made at `now`."""
        begun = self.begins_at is None or self.begins_at <= now
        return begun and (self.ends_at is None or now < self.ends_at)


class Compliance(StrEnum):
    """How far the site does what the law on digital public services asks."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Assessment(StrEnum):
    """Who tested the site."""

    SELF = "self"
    EXTERNAL = "external"
    NONE = "none"


class AccessibilityStatement(Struct, frozen=True, forbid_unknown_fields=True):
    """The answers that the accessibility statement is made of, after the model of the supervising authority.

    The tuples hold a sentence for each thing: what is not accessible, what would be a disproportionate
    burden to make so, and what the law does not cover. Days are Swedish ones.
    """

    compliance: Compliance = Compliance.PARTIAL
    deficiencies: tuple[str, ...] = ()
    burden: tuple[str, ...] = ()
    not_covered: tuple[str, ...] = ()
    assessment: Assessment = Assessment.SELF
    method: str = ""
    assessed_on: date | None = None
    published_on: date | None = None
    updated_on: date | None = None


class SiteSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """All of it; `statement` is None until its questions are answered.

    `pinned_ids` are the articles that stay at the top of the front page, in order. `about` is what the
    page on the website says: paragraphs with an empty line between them, headings behind `## `, lines of
    lists behind `- `. `templates` is a folder whose templates take the place of the program's own.
    """

    appearance: Appearance = Appearance()
    notices: tuple[Notice, ...] = ()
    pinned_ids: tuple[str, ...] = ()
    has_contact_pages: bool = False
    has_ninjs: bool = False
    about: str = ""
    statement: AccessibilityStatement | None = None
    templates: str = ""

    def at(self, now: datetime) -> "SiteSettings":
        """Return what counts for a site made at `now`: of the notices those that are shown then, in order.

        Two moments between which no notice begins or ends give equal settings.
        """
        order = tuple(NoticeLevel)
        shown = (notice for notice in self.notices if notice.is_shown(now))
        return replace(self, notices=tuple(sorted(shown, key=lambda notice: order.index(notice.level))))


NOTHING_SET = SiteSettings()


def notice_article_ids(settings: SiteSettings) -> tuple[str, ...]:
    """Return the ids of the articles that notices lead to, so that every page depends on where these are."""
    return tuple(notice.article_id for notice in settings.notices if notice.article_id)
