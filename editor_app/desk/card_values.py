"""What is asked of the card file, and what the desk answers before and after: frozen values."""

from enum import StrEnum

from msgspec import Struct

from editor_app.archive.card_uses import CardKind, CardUse, Usage
from editor_app.domain.article import Category, Contact
from editor_app.domain.workflow import State
from editor_app.intake.cards.card_text import CardSheet

__all__ = [
    "BringBackCards",
    "CardChange",
    "CardImport",
    "CardKind",
    "CardRequest",
    "CardUse",
    "CategoryEntry",
    "ContactEntry",
    "DeleteCards",
    "Entries",
    "Entry",
    "ImportOutcome",
    "ImportRow",
    "MergeCategories",
    "MergeContacts",
    "RenameCategory",
    "RetireCards",
    "SaveContacts",
    "Usage",
]


class ContactEntry(Struct, frozen=True):
    """A contact in the card file; a retired one is offered for no article any more."""

    contact: Contact
    is_retired: bool
    usage: Usage


class CategoryEntry(Struct, frozen=True):
    """A category in the card file; `former_slugs` are addresses that still lead to it."""

    category: Category
    is_retired: bool
    usage: Usage
    former_slugs: tuple[str, ...] = ()


Entry = ContactEntry | CategoryEntry
Entries = tuple[Entry, ...]


class SaveContacts(Struct, frozen=True):
    """Store new or changed contacts."""

    contacts: tuple[Contact, ...]


class RenameCategory(Struct, frozen=True):
    """Call a category `name`; its address follows where `moves_address`, and the old one leads there."""

    category_id: str
    name: str
    moves_address: bool = True


class RetireCards(Struct, frozen=True):
    """Offer the cards for no article any more; those that have them keep them."""

    kind: CardKind
    ids: tuple[str, ...]


class BringBackCards(Struct, frozen=True):
    """Offer retired cards again."""

    kind: CardKind
    ids: tuple[str, ...]


class DeleteCards(Struct, frozen=True):
    """Remove cards that no article and no version of one ever had."""

    kind: CardKind
    ids: tuple[str, ...]


class MergeContacts(Struct, frozen=True):
    """Let `survivor`, whose id is among `ids`, stand for all of them, in every article."""

    ids: tuple[str, ...]
    survivor: Contact


class MergeCategories(Struct, frozen=True):
    """Let the category `survivor_id`, one of `ids`, stand for all of them, in every article."""

    ids: tuple[str, ...]
    survivor_id: str


CardRequest = (
    SaveContacts
    | RenameCategory
    | RetireCards
    | BringBackCards
    | DeleteCards
    | MergeContacts
    | MergeCategories
)


class MovedAddress(Struct, frozen=True):
    """The page of a category or a contact that is found at another address; the old one leads there.

    Where it `waits`, that is as soon as no live page has the card any more that was merged.
    """

    old: str
    new: str
    waits: bool = False


class CardChange(Struct, frozen=True):
    """What doing `request` would change, or has changed.

    `uses` are the articles whose working copy says something else afterwards, those whose live page
    has a card that changes among them: that page stays as it was approved.
    """

    request: CardRequest
    uses: tuple[CardUse, ...] = ()
    moved: tuple[MovedAddress, ...] = ()

    @property
    def drafts(self) -> tuple[CardUse, ...]:
        """The drafts that change at once."""
        return tuple(use for use in self.uses if use.in_text and use.state is State.DRAFT)

    @property
    def need_approval(self) -> tuple[CardUse, ...]:
        """The submitted and approved articles that become drafts and need a new approval."""
        return tuple(use for use in self.uses if use.in_text and use.state is not State.DRAFT)

    @property
    def live(self) -> tuple[CardUse, ...]:
        """The articles whose live page keeps the approved text until they are approved anew."""
        return tuple(use for use in self.uses if use.is_live)

    @property
    def is_unseen(self) -> bool:
        """Tell whether no article and no address changes."""
        return not self.uses and not self.moved


class ImportOutcome(StrEnum):
    """What becomes of a card in a file."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    SKIPPED = "skipped"


class ImportRow(Struct, frozen=True):
    """A card in a file: `contact` as it is to be stored, `existing` the one that it changes.

    `words` say which card it is, and `why` in the interface language why it is skipped.
    """

    line: int
    outcome: ImportOutcome
    words: str
    contact: Contact | None = None
    existing: Contact | None = None
    why: str = ""


class CardImport(Struct, frozen=True):
    """A file of cards that was looked over: nothing of it is stored.

    `change` is what storing its new and changed contacts would do to articles.
    """

    name: str
    rows: tuple[ImportRow, ...]
    sheet: CardSheet
    change: CardChange

    def count(self, outcome: ImportOutcome) -> int:
        """Return how many cards have `outcome`."""
        return sum(row.outcome is outcome for row in self.rows)
