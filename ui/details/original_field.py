"""What an article is a translation of: found by its title, and whether the translation still follows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editor_app.domain.article import Original
from editor_app.translation import _
from ui.desk_worker import Failed
from ui.details.languages import OWN_NAMES
from ui.pickers.ordered_cards import OrderedCards
from ui.pickers.title_source import TitleSearch, TitleSource, title_words
from ui.theme.spacing import XS, S
from ui.widgets.alive import while_alive
from ui.widgets.labels import QuietLabel, WrappingLabel
from ui.widgets.suggestion_field import SuggestionField
from ui.widgets.suggestion_list import Suggestion

if TYPE_CHECKING:
    from editor_app.desk.language_versions import OriginalText

TakeOriginal = Callable[["OriginalText | None"], Any]


@dataclass(frozen=True)
class OriginalSource:
    """Where originals are found by their `titles`; `read` gives what a version of an article is one of."""

    titles: TitleSource
    read: Callable[[str, TakeOriginal, Failed], Any]


class OriginalField(QWidget):
    """The original of a translation; `changed` comes when somebody chose, removed or confirmed it."""

    changed = Signal()

    def __init__(self, source: OriginalSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._own_id = ""
        self._original: Original | None = None
        # What the archive has answered of it, None while it has not or where it has it no longer.
        self._text: OriginalText | None = None
        self._is_asking = False
        self._search = TitleSearch(source.titles, self)
        self.cards = OrderedCards(self._card_content, self._title)
        self.field = SuggestionField(_("Find the original"), self._find)
        self.field.setObjectName("original_field")
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.cards)
        column.addWidget(self.field)
        self.cards.changed.connect(self._remove)
        self.cards.emptied.connect(self.field.setFocus)
        self.field.picked.connect(self._choose)
        self.field.abandoned.connect(self.field.clear)
        self._search.answered.connect(self._offer_found)

    def original(self) -> Original | None:
        """Return what is chosen, None where the article is no translation."""
        return self._original

    def show_original(self, original: Original | None, *, own_id: str) -> None:
        """Show what the article `own_id` is a translation of, without telling anybody."""
        self._own_id = own_id
        self.field.clear()
        if original != self._original:
            is_same = original and self._text and original.article_id == self._text.original.article_id
            self._text = self._text if is_same else None
            self._original = original
        self._show()
        self.look_again()

    def look_again(self) -> None:
        """Ask what the original is called by now, and what it says."""
        self._search.forget()
        if self._original is not None:
            self._is_asking = self._text is None
            take = while_alive(self, partial(self._take, self._original))
            # Without an answer the card stays as it is.
            self._source.read(self._original.article_id, take, lambda _error: None)

    def _take(self, asked_for: Original, found: "OriginalText | None") -> None:
        if asked_for == self._original and (found != self._text or self._is_asking):
            self._is_asking, self._text = False, found
            self._show()

    def _choose(self, article_id: str) -> None:
        self.field.clear()
        self._source.read(article_id, while_alive(self, self._take_chosen), lambda _error: None)

    def _take_chosen(self, found: "OriginalText | None") -> None:
        if found is not None and found.original.article_id != self._own_id:
            self._settle(found.original, found)

    def _confirm(self) -> None:
        if self._text is not None:
            self._settle(self._text.original, self._text)
            self.cards.cards()[0].setFocus()

    def _remove(self) -> None:
        self._settle(None, None)

    def _settle(self, original: Original | None, text: "OriginalText | None") -> None:
        self._original, self._text, self._is_asking = original, text, False
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.cards.show_keys(() if self._original is None else (self._original.article_id,))
        self.field.setVisible(self._original is None)

    def _title(self, _article_id: str) -> str:
        if self._is_asking:
            return "…"
        if self._text is None:
            return _("An article that is not in the archive")
        return self._text.title or _("Without a title")

    def _card_content(self, article_id: str) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(WrappingLabel(self._title(article_id)))
        text = self._text
        if text is None or self._original is None:
            return content
        column.addWidget(QuietLabel(OWN_NAMES.get(text.language, text.language)))
        if not text.is_followed_by(self._original):
            column.addWidget(WrappingLabel(_("It says something else since it was translated.")))
            confirm = QPushButton(_("The translation follows it now"))
            confirm.setObjectName("confirm_translation")
            confirm.clicked.connect(self._confirm)
            column.addWidget(confirm)
        return content

    def _find(self, typed: str) -> Sequence[Suggestion]:
        """Return what was found last, and ask for what fits the words that were typed since."""
        return [
            Suggestion(one.id, title_words(one), OWN_NAMES.get(one.language, one.language))
            for one in self._search.ask(typed)
            if one.id != self._own_id
        ]

    def _offer_found(self) -> None:
        if self.field.hasFocus():
            self.field.suggest()
