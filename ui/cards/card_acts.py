"""What can be done with the cards of one kind: each act asks, shows what it changes, and does it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from editor_app.desk.card_errors import ChangeDropped
from editor_app.desk.card_values import (
    BringBackCards,
    CardImport,
    CardKind,
    CardRequest,
    DeleteCards,
    Entry,
    RenameCategory,
    RetireCards,
)
from editor_app.domain.article import Category, Contact
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.cards.card_model import card_of
from ui.cards.card_source import CardSource
from ui.cards.changing import change_cards, save_contact
from ui.cards.import_dialog import ImportDialog
from ui.cards.merge_dialog import MergeDialog
from ui.cards.rename_dialog import RenameDialog
from ui.desk_worker import Failed
from ui.pickers.contact_dialog import ContactDialog
from ui.widgets.alive import while_alive
from ui.widgets.dialogs import show_dialog


class CardActs(QObject):
    """Acts on behalf of `dialog`, which tells the contacts that are `known`.

    `done` comes when cards have changed, `failed` with the error.
    """

    done = Signal()
    failed = Signal(object)

    def __init__(
        self, kind: CardKind, source: CardSource, known: Callable[[], list[Contact]], dialog: QDialog
    ) -> None:
        super().__init__(dialog)
        self._known = known
        self._kind = kind
        self._source = source
        self._dialog = dialog

    def begin(self) -> None:
        """Write a new card."""
        if self._kind is CardKind.CONTACT:
            self._open_contact(None)
            return
        dialog = RenameDialog(None, self._dialog)
        answers = self._answers(dialog)
        dialog.named.connect(lambda name, _moves: self._source.add_category(name, *answers))
        show_dialog(dialog)

    def edit(self, entry: Entry) -> None:
        """Change a contact, or the name of a category."""
        card = card_of(entry)
        if isinstance(card, Contact):
            self._open_contact(card)
        else:
            self._rename(card)

    def merge(self, entries: Sequence[Entry]) -> None:
        """Let one of the cards stand for all of them."""
        dialog = MergeDialog(entries, self._dialog)
        names = ", ".join(card_of(entry).name for entry in entries)
        what = _("These become one: {names}.").format(names=names)
        dialog.chosen.connect(lambda request: self._change(request, what, _("Merge")))
        show_dialog(dialog)

    def retire(self, entries: Sequence[Entry]) -> None:
        """Offer the cards no more."""
        self._change(RetireCards(self._kind, _ids(entries)), "", "")

    def bring_back(self, entries: Sequence[Entry]) -> None:
        """Offer the cards again."""
        self._change(BringBackCards(self._kind, _ids(entries)), "", "")

    def delete(self, entries: Sequence[Entry]) -> None:
        """Remove cards that were never used."""
        self._change(DeleteCards(self._kind, _ids(entries)), "", "")

    def take_in(self) -> None:
        """Choose a file, look at what its cards would become, and store them."""
        patterns = "*.csv *.txt" if self._kind is CardKind.CATEGORY else "*.vcf *.vcard *.csv *.txt"
        formats = ";;".join((_("Cards ({patterns})").format(patterns=patterns), _("All files (*)")))
        name, _chosen = QFileDialog.getOpenFileName(self._dialog, _("Take in a file"), "", formats)
        if name:
            self.look_into(Path(name))

    def look_into(self, path: Path) -> None:
        """Show what the cards in the file would become."""
        self._source.look_into(
            self._kind, path, while_alive(self, self._show_import), while_alive(self, self.failed.emit)
        )

    def export(self) -> None:
        """Write all cards to a file."""
        formats = _("CSV for Excel (*.csv)")
        if self._kind is CardKind.CONTACT:
            formats += ";;vCard (*.vcf)"
        begun = _("contacts") if self._kind is CardKind.CONTACT else _("categories")
        name, chosen = QFileDialog.getSaveFileName(
            self._dialog, _("Write to a file"), f"{begun}.csv", formats
        )
        if name:
            path = Path(name)
            path = path if path.suffix else path.with_suffix(".vcf" if "vcf" in chosen else ".csv")
            self._source.export(self._kind, path, lambda _count: None, self._failing())

    def _open_contact(self, contact: Contact | None) -> None:
        dialog: list[QWidget] = []

        def save(typed: Contact, done: Callable[[Contact], Any], failed: Failed) -> None:
            save_contact(self._source, typed, lambda: dialog[0], done, failed)

        opened = ContactDialog(save, contact, known=self._known(), parent=self._dialog)
        dialog.append(opened)
        opened.existing_chosen.connect(self._open_contact)
        opened.saved.connect(lambda _contact: self.done.emit())
        show_dialog(opened)

    def _rename(self, category: Category) -> None:
        dialog = RenameDialog(category, self._dialog)
        answers = self._answers(dialog)

        def rename(name: str, moves: bool) -> None:
            what = _("“{old}” is called “{new}” from now on.").format(old=category.name, new=name)
            request = RenameCategory(category.id, name, moves)
            change_cards(self._source, request, what, _("Rename"), lambda: dialog, *answers)

        dialog.named.connect(rename)
        show_dialog(dialog)

    def _change(self, request: CardRequest, what: str, act: str) -> None:
        change_cards(
            self._source,
            request,
            what,
            act,
            lambda: self._dialog,
            while_alive(self, lambda _change: self.done.emit()),
            self._failing(),
        )

    def _failing(self) -> Failed:
        """Return who hears of an error; the window does where the dialog was closed meanwhile."""
        hear = while_alive(self, self.failed.emit, self._source.missed)

        def failed(error: EditorAppError) -> None:
            # Who does not agree knows that nothing was done.
            if not isinstance(error, ChangeDropped):
                hear(error)

        return failed

    def _answers(self, dialog: RenameDialog | ImportDialog) -> tuple[Callable[[object], None], Failed]:
        """Return what hears that all is stored that `dialog` asked for, and what hears that it is not."""

        def stored(_answer: object) -> None:
            dialog.close_done()
            self.done.emit()

        return while_alive(dialog, stored), while_alive(dialog, dialog.show_error, self._source.missed)

    def _show_import(self, shown: CardImport) -> None:
        dialog = ImportDialog(shown, self._dialog)
        answers = self._answers(dialog)
        dialog.agreed.connect(lambda: self._source.take_in(self._kind, shown, *answers))
        show_dialog(dialog)


def _ids(entries: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(card_of(entry).id for entry in entries)
