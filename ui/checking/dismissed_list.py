"""The findings that somebody let be, folded away below the others, and the way to bring them back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from editor_app.translation import _, ngettext
from ui.theme.icons import icon
from ui.theme.spacing import XS, M, S
from ui.widgets.date_words import date_text
from ui.widgets.fitting_scroll import FittingScroll
from ui.widgets.labels import QuietLabel, WrappingLabel
from ui.widgets.number_words import number
from ui.widgets.plain_button import plain_button

if TYPE_CHECKING:
    from editor_app.domain.dismissals import Dismissal

    # What was noted, what the rule says, and the passage.
    Entry = tuple[Dismissal, str, str]


class DismissedList(QFrame):
    """Unfolds to what was dismissed, why and by whom; `bring_back_asked` carries a Dismissal."""

    bring_back_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._is_read_only = False
        self.fold = plain_button("", "dismissed")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._unfold)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(M, 0, S, S)
        self._column.setSpacing(XS)
        self._scroll = FittingScroll(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(S, S, S, S)
        column.setSpacing(S)
        column.addWidget(self.fold)
        column.addWidget(self._scroll)
        self._unfold(False)
        self.hide()

    def show_entries(self, entries: "Sequence[Entry]") -> None:
        """List `entries`; without any there is nothing to unfold."""
        self.setVisible(bool(entries))
        if not entries:
            self.fold.setChecked(False)
        if tuple(entries) == self._entries:
            return
        had_focus = self._inside.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._entries = tuple(entries)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        last: QWidget = self.fold
        for entry in entries:
            back = self._add(*entry)
            self.setTabOrder(last, back)
            last = back
        count = len(entries)
        words = ngettext("{count} dismissed finding", "{count} dismissed findings", count)
        self.fold.setText(words.format(count=number(count)))
        if had_focus:
            self.fold.setFocus()

    def make_read_only(self) -> None:
        """Let what was dismissed be read, and brought back no more."""
        self._is_read_only = True
        for button in self._inside.findChildren(QPushButton):
            button.setEnabled(False)

    def _add(self, dismissal: "Dismissal", message: str, passage: str) -> QPushButton:
        noted = _("{name}, {date}: {reason}").format(
            name=dismissal.by, date=date_text(dismissal.at), reason=dismissal.reason
        )
        back = plain_button(_("Bring it back"), "bring_back", "arrow-back-up")
        back.setEnabled(not self._is_read_only)
        back.setAccessibleDescription(f"{message}. {passage}")
        back.clicked.connect(lambda: self.bring_back_asked.emit(dismissal))
        for widget in (WrappingLabel(message), QuietLabel(passage), QuietLabel(noted), back):
            self._column.addWidget(widget)
        self._column.addSpacing(S)
        return back

    def _unfold(self, on: bool) -> None:
        self.fold.setIcon(icon("arrow-down" if on else "arrow-right"))
        self._scroll.setVisible(on)
