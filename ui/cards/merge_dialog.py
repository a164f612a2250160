"""Several cards become one: which stays, and with which details."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from editor_app.desk.card_values import (
    CardRequest,
    CategoryEntry,
    ContactEntry,
    Entry,
    MergeCategories,
    MergeContacts,
)
from editor_app.desk.card_words import usage_words
from editor_app.domain.article import Contact
from editor_app.translation import _
from ui.cards.card_model import card_of
from ui.theme.spacing import XS, L, M
from ui.widgets.dialogs import closing_buttons, make_wide_enough_for_words
from ui.widgets.fitting_scroll import FittingScroll
from ui.widgets.form_field import FormField
from ui.widgets.labels import QuietLabel
from ui.widgets.primary_button import PrimaryButton


class MergeDialog(QDialog):
    """Asks which of `entries` stays, the most used one first; `chosen` carries the request."""

    chosen = Signal(object)

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = sorted(entries, key=lambda entry: -(entry.usage.articles + entry.usage.live))
        self.setWindowTitle(_("Merge"))
        make_wide_enough_for_words(self)
        self.survivor = QComboBox()
        self.survivor.setObjectName("survivor")
        for entry in self._entries:
            self.survivor.addItem(f"{card_of(entry).name} ({usage_words(entry.usage)})", card_of(entry).id)
        self._details: dict[str, QComboBox] = {}
        form = QWidget()
        inside = QVBoxLayout(form)
        inside.setContentsMargins(0, 0, XS, 0)
        inside.setSpacing(M)
        words = _("One card stays and stands for all of them, in every article. The others are gone then.")
        inside.addWidget(QuietLabel(words))
        inside.addWidget(FormField(_("The card that stays"), self.survivor))
        for name, label, values, say in _choices([e.contact for e in entries if isinstance(e, ContactEntry)]):
            self._details[name] = _combo(name, values, say)
            inside.addWidget(FormField(label, self._details[name]))
        inside.addStretch()
        button = PrimaryButton(_("Go on…"))
        button.setObjectName("merge")
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(FittingScroll(form), 1)
        column.addWidget(closing_buttons(self, button))
        self.survivor.currentIndexChanged.connect(self._follow_survivor)
        self.accepted.connect(lambda: self.chosen.emit(self.request()))
        self._follow_survivor()

    def _follow_survivor(self) -> None:
        """Begin with the survivor's own name, unit and organisation; of the rest there is room for all."""
        survivor = card_of(self._entries[self.survivor.currentIndex()])
        for name in ("name", "unit", "organisation"):
            combo = self._details.get(name)
            place = -1 if combo is None else combo.findData(getattr(survivor, name))
            if combo is not None and place >= 0:
                combo.setCurrentIndex(place)

    def request(self) -> CardRequest:
        """Return what was chosen."""
        ids = tuple(card_of(entry).id for entry in self._entries)
        survivor = self._entries[self.survivor.currentIndex()]
        if isinstance(survivor, CategoryEntry):
            return MergeCategories(ids, survivor.category.id)
        details = {name: combo.currentData() for name, combo in self._details.items()}
        return MergeContacts(ids, msgspec.structs.replace(survivor.contact, **details))


def _choices(
    contacts: Sequence[Contact],
) -> list[tuple[str, str, list[Any], Callable[[Any], str]]]:
    """Return the details in which the contacts differ: name, label, the values, and how each is said."""
    several = ", ".join
    rows: list[tuple[str, str, bool, Callable[[Any], str]]] = [
        ("name", _("Name"), False, str),
        ("roles", _("Role"), True, several),
        ("unit", _("Unit"), False, str),
        ("organisation", _("Organisation"), False, str),
        ("phones", _("Phone"), True, lambda phones: ", ".join(phone.words for phone in phones)),
        ("emails", _("E-mail"), True, several),
    ]
    found = []
    for name, label, is_several, say in rows:
        values = list(dict.fromkeys(value for each in contacts if (value := getattr(each, name))))
        if is_several and len(values) > 1:
            # All of them together, which loses nothing, stands first.
            every = tuple(dict.fromkeys(one for many in values for one in many))
            values = list(dict.fromkeys([every, *values]))
        if len(values) > 1:
            found.append((name, label, values, say))
    return found


def _combo(name: str, values: Sequence[Any], say: Callable[[Any], str]) -> QComboBox:
    combo = QComboBox()
    combo.setObjectName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for value in values:
        combo.addItem(say(value), value)
    return combo
