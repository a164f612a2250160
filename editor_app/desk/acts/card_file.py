"""The card file as a whole: what is used where, what a change would do, files of cards."""

from pathlib import Path
from typing import TYPE_CHECKING

from editor_app.desk import card_changes, card_file
from editor_app.desk.acts.base import Acts
from editor_app.desk.card_values import CardChange, CardImport, CardRequest, CategoryEntry, ContactEntry
from editor_app.desk.errors import require_name
from editor_app.desk.later import Later

if TYPE_CHECKING:
    from editor_app.desk import card_imports
else:
    card_imports = Later("editor_app.desk.card_imports")


class CardFileActs(Acts):
    """What is done with the card file."""

    def contact_entries(self) -> tuple[ContactEntry, ...]:
        """Return the contacts by name, with how often each is used."""
        with self._archive.reading() as holdings:
            return card_file.contact_entries(holdings)

    def category_entries(self) -> tuple[CategoryEntry, ...]:
        """Return the categories by name, with how often each is used."""
        with self._archive.reading() as holdings:
            return card_file.category_entries(holdings)

    def preview_card_change(self, request: CardRequest) -> CardChange:
        """Return what doing `request` would change, and change nothing; raises as `change_cards`."""
        with self._archive.reading() as holdings:
            return card_changes.preview(holdings, request)

    def change_cards(self, request: CardRequest, *, by: str, shown: CardChange | None = None) -> CardChange:
        """Do `request`, and return what changed with it.

        Raises NameMissing, NameTaken, CardMissing, CardInUse, and CardsChangedMeanwhile where that is
        something else than what was `shown`.
        """
        with self._archive.writing() as holdings:
            return card_changes.do(holdings, request, by=require_name(by), now=self._clock(), shown=shown)

    def look_into_contacts(self, path: Path) -> CardImport:
        """Return what storing the contacts of the vCard or CSV file would do, and store nothing.

        Raises UnreadableFile and UnusableCardFile.
        """
        from editor_app.intake.cards.files import read_card_file

        sheet = read_card_file(path)
        with self._archive.reading() as holdings:
            return card_imports.look_over(holdings, sheet, path.name)

    def look_into_categories(self, path: Path) -> CardImport:
        """Return which categories the CSV file would add, and store nothing.

        Raises UnreadableFile and UnusableCardFile.
        """
        from editor_app.intake.cards.files import read_category_file

        names = read_category_file(path)
        with self._archive.reading() as holdings:
            return card_imports.look_over_names(holdings, names, path.name)

    def import_contacts(self, shown: CardImport, *, by: str) -> CardChange:
        """Store what a file that was looked into has; raises NameMissing and CardsChangedMeanwhile."""
        with self._archive.writing() as holdings:
            return card_imports.import_contacts(holdings, shown, by=require_name(by), now=self._clock())

    def import_categories(self, shown: CardImport, *, by: str) -> None:
        """Add the categories of a file that was looked into; raises NameMissing."""
        with self._archive.writing() as holdings:
            card_imports.import_categories(holdings, shown, by=require_name(by), now=self._clock())

    def export_contacts(self, target: Path) -> int:
        """Write the contacts as vCards where the name of the file asks for them, else as CSV.

        Returns how many; raises FileNotWritten.
        """
        with self._archive.reading() as holdings:
            contacts = holdings.contacts.all()
        card_imports.write_contacts(contacts, target)
        return len(contacts)

    def export_categories(self, target: Path) -> int:
        """Write the categories as CSV, and return how many; raises FileNotWritten."""
        entries = self.category_entries()
        card_imports.write_categories(entries, target)
        return len(entries)
