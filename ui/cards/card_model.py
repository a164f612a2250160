"""The cards of one kind as rows: name, what is known of it, and where it is used."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QPalette

from editor_app.desk.card_values import CardKind, ContactEntry, Entries, Entry
from editor_app.desk.card_words import usage_words
from editor_app.domain.article import Category, Contact
from editor_app.translation import _
from ui.widgets.ranking import Ranking

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class CardModel(QAbstractTableModel):
    """Shows the entries that match what is typed, the best matches first."""

    def __init__(self, kind: CardKind, parent: QObject) -> None:
        super().__init__(parent)
        self._kind = kind
        self._entries: dict[str, Entry] = {}
        self._ranking = Ranking(())
        self._typed = ""
        self._with_retired = False
        self._shown: list[Entry] = []

    def set_entries(self, entries: Entries) -> None:
        """Show other entries."""
        self._entries = {card_of(entry).id: entry for entry in entries}
        self._ranking = Ranking((id_, _texts(entry)) for id_, entry in self._entries.items())
        self._refresh()

    def find(self, typed: str, *, with_retired: bool) -> None:
        """Show what matches `typed`, retired ones among it or not."""
        self._typed, self._with_retired = typed, with_retired
        self._refresh()

    def entry(self, row: int) -> Entry:
        """Return the entry in `row`."""
        return self._shown[row]

    def row_of(self, card_id: str) -> int:
        """Return the row of a card, -1 where it is not shown."""
        return next((row for row, entry in enumerate(self._shown) if card_of(entry).id == card_id), -1)

    def contacts(self) -> list[Contact]:
        """Return every contact, shown or not."""
        cards = map(card_of, self._entries.values())
        return [card for card in cards if isinstance(card, Contact)]

    def retired_count(self) -> int:
        """Return how many entries are retired, shown or not."""
        return sum(entry.is_retired for entry in self._entries.values())

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        known = _("Role and unit") if self._kind is CardKind.CONTACT else _("Address")
        return (_("Name"), known, _("Used"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._shown[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return _cells(entry)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and (entry.is_retired or index.column()):
            return QGuiApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
        return None

    def _refresh(self) -> None:
        self.beginResetModel()
        found = (self._entries[id_] for id_ in self._ranking.find(self._typed))
        self._shown = [entry for entry in found if self._with_retired or not entry.is_retired]
        self.endResetModel()


def card_of(entry: Entry) -> Contact | Category:
    """Return the card itself."""
    return entry.contact if isinstance(entry, ContactEntry) else entry.category


def _texts(entry: Entry) -> Sequence[str]:
    if isinstance(entry, ContactEntry):
        contact = entry.contact
        return (contact.name, *contact.position, *contact.emails)
    return (entry.category.name, entry.category.slug)


def _cells(entry: Entry) -> tuple[str, str, str]:
    used = usage_words(entry.usage)
    if entry.is_retired:
        used = f"{_('retired')}, {used}"
    if isinstance(entry, ContactEntry):
        return entry.contact.name, ", ".join(entry.contact.position), used
    return entry.category.name, f"/amnen/{entry.category.slug}/", used
