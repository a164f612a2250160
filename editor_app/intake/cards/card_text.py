"""What a file of cards says, and what can be wrong with it."""

from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from editor_app.domain.article import Contact
from editor_app.domain.errors import EditorAppError


class Column(StrEnum):
    """What a column of a table of cards holds."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    ROLE = "role"
    UNIT = "unit"
    ORGANISATION = "organisation"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"


class Unusable(StrEnum):
    """Why a card cannot be used."""

    NO_NAME = "no_name"
    BROKEN = "broken"
    TOO_MANY_CELLS = "too_many_cells"


class CardFileProblem(StrEnum):
    """Why a whole file cannot be used."""

    TOO_LARGE = "too_large"
    NOT_TEXT = "not_text"
    NO_CARDS = "no_cards"
    NO_NAME_COLUMN = "no_name_column"
    BROKEN = "broken"


class UnusableCardFile(EditorAppError):
    """The file at `path` holds no cards that can be read; `line`, from 1, where that can be told, else 0.

    `words` are those that are to blame: the headings of a table without a name among them.
    """

    def __init__(self, path: Path, problem: CardFileProblem, line: int = 0, words: str = "") -> None:
        super().__init__(f"{path}: {problem} at line {line}")
        self.path = path
        self.problem = problem
        self.line = line
        self.words = words


class ReadCard(Struct, frozen=True):
    """A contact as a file has it, without an id where the file has none; `line` is counted from 1."""

    line: int
    contact: Contact


class SkippedCard(Struct, frozen=True):
    """A card that cannot be used, and the words by which it is known."""

    line: int
    why: Unusable
    words: str


class ColumnUse(Struct, frozen=True):
    """A column of a table by its heading, and what it is taken for; None where it is not used."""

    heading: str
    column: Column | None
    label: str = ""


class CardSheet(Struct, frozen=True):
    """The cards of a file in their order; `columns` is empty for a file that is no table."""

    cards: tuple[ReadCard, ...]
    skipped: tuple[SkippedCard, ...] = ()
    columns: tuple[ColumnUse, ...] = ()
