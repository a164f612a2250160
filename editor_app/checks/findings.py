"""What a check found: where, how bad, and what can be done about it with one click."""

from enum import StrEnum

from msgspec import Struct

from editor_app.domain.document import Block


class Severity(StrEnum):
    """BLOCKS stands in the way of approval; what WARNS or HINTS can be dismissed with a reason."""

    BLOCKS = "blocks"
    WARNS = "warns"
    HINTS = "hints"


class Part(StrEnum):
    """Which part of an article a place is in; DETAILS is what stands beside its words."""

    TITLE = "title"
    LEAD = "lead"
    HERO = "hero"
    BODY = "body"
    DETAILS = "details"


class Field(StrEnum):
    """Which text of a part is meant; an image and a table have more than one."""

    TEXT = "text"
    CAPTION = "caption"
    ALT = "alt"
    CREDIT = "credit"


# Under this name the values of a finding on a contact's card tell which contact it is, by its id.
CONTACT = "contact"


class Place(Struct, frozen=True):
    """Where in an article something is.

    `block` is an index into the blocks of the normalised body, `cell` the row and the column in a
    table. `start` and `end` count code points in the text there; `end` is None where the whole is meant.
    """

    part: Part
    block: int | None = None
    field: Field = Field.TEXT
    cell: tuple[int, int] | None = None
    start: int = 0
    end: int | None = None


class ReplaceText(Struct, frozen=True):
    """Put `text` in the place of what is there; the marks stay."""

    text: str


class ReplaceBlocks(Struct, frozen=True):
    """Put `blocks` in the place of the `count` blocks that begin at the place."""

    blocks: tuple[Block, ...]
    count: int = 1


class SetLanguage(Struct, frozen=True):
    """Let the article be in the language `tag`."""

    tag: str


class MarkLanguage(Struct, frozen=True):
    """Mark the words at the place as being in the language `tag`."""

    tag: str


Fix = ReplaceText | ReplaceBlocks | SetLanguage | MarkLanguage


class Finding(Struct, frozen=True):
    """What `rule` found at `place`.

    `values` fill the gaps in the rule's message, or in `wording` where that stands for it. A `fix` that
    `is_safe` may be done for all findings of its rule at once; any other one wants a look first.
    """

    rule: str
    severity: Severity
    place: Place
    values: dict[str, str] = {}
    fix: Fix | None = None
    is_safe: bool = False
    wording: str = ""
