"""All quotes of an article, and what their speakers say of them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QCompleter,
    QDateEdit,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor_app.domain.errors import EditorAppError
from editor_app.domain.quotes import ArticleQuote, QuoteWay
from editor_app.domain.words import QUOTE_WAY_WORDS
from editor_app.translation import _
from ui.review.quote_words import count_words, letter, state_words
from ui.theme.icons import icon
from ui.theme.spacing import L, M, S
from ui.widgets.alive import while_alive
from ui.widgets.announce import announce
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.explained import explained
from ui.widgets.form_field import FormField, named_line
from ui.widgets.labels import QuietLabel, SectionHeading
from ui.widgets.plain_button import plain_button
from ui.widgets.primary_button import PrimaryButton

# In letters and lines, so that large text has room.
WIDTH, LINES = 80, 22
Quotes = Sequence[ArticleQuote]
Done = Callable[[Quotes], Any]
Failed = Callable[[EditorAppError], Any]
# Hashes, speaker, way and day; then what to do with all quotes as they are then, or with the error.
Approve = Callable[[Sequence[str], str, QuoteWay, date, Done, Failed], Any]
Withdraw = Callable[[str, Done, Failed], Any]


class QuotesDialog(QDialog):
    """Lists `quotes` of the article `title`, takes down approvals, and writes the letter that asks for them.

    `me` is who asks; `names` are offered as speakers; `chosen` is the hash of the quote to begin with.
    """

    def __init__(
        self,
        quotes: Quotes,
        title: str,
        *,
        me: str,
        today: date,
        names: Iterable[str],
        approve: Approve,
        withdraw: Withdraw,
        chosen: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Quotes"))
        metrics = self.fontMetrics()
        wanted = QSize(WIDTH * metrics.averageCharWidth(), LINES * metrics.lineSpacing())
        self.resize(wanted.boundedTo(self.screen().availableSize()))
        self._title, self._me = title, me
        self._approve, self._withdraw = approve, withdraw
        self._quotes: Quotes = ()
        self._heading = SectionHeading("")
        self._heading.setObjectName("count")
        self.list = self._make_list()
        self._make_fields(today, names)
        self._note = QuietLabel()
        self._note.setObjectName("note")
        self._make_buttons()
        self._lay_out()
        self.list.itemSelectionChanged.connect(self._follow)
        self._show(quotes, chosen)

    def selected(self) -> Quotes:
        """Return the quotes that are chosen in the list."""
        return [self._quotes[row] for row in range(self.list.count()) if self.list.item(row).isSelected()]

    def _make_list(self) -> QListWidget:
        made = QListWidget()
        made.setObjectName("quotes")
        made.setAccessibleName(_("Quotes"))
        made.setWordWrap(True)
        made.setSpacing(2)
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return made

    def _make_fields(self, today: date, names: Iterable[str]) -> None:
        self._speaker = named_line("speaker")
        completer = QCompleter(sorted(set(names)), self._speaker)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._speaker.setCompleter(completer)
        self._speaker_field = FormField(_("Who said it"), self._speaker)
        self._day = QDateEdit(QDate(today.year, today.month, today.day))
        self._day.setObjectName("day")
        self._day.setDisplayFormat("yyyy-MM-dd")
        CalendarPopup(self._day)
        self._day.setMaximumDate(QDate(today.year, today.month, today.day))
        self._way = QComboBox()
        self._way.setObjectName("way")
        for way, words in QUOTE_WAY_WORDS.items():
            self._way.addItem(_(words), way.value)

    def _make_buttons(self) -> None:
        self._approve_button = PrimaryButton(_("Note the approval"))
        self._approve_button.setObjectName("approve")
        self._approve_button.clicked.connect(self._note_approval)
        self._withdraw_button = plain_button(_("Take back"), "withdraw", "arrow-back-up", self._take_back)
        self._copy_button = plain_button(_("Copy text to send"), "copy", "copy", self._copy)
        self._close_button = plain_button(_("Close"), "close", "", self.reject)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(self._heading)
        column.addWidget(self.list, 1)
        fields = QHBoxLayout()
        fields.setSpacing(M)
        fields.addWidget(self._speaker_field, 2)
        fields.addWidget(FormField(_("When"), self._day), 1)
        fields.addWidget(FormField(_("How"), self._way), 1)
        column.addLayout(fields)
        column.addWidget(self._note)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self._copy_button)
        row.addStretch()
        for button in (self._withdraw_button, self._approve_button, self._close_button):
            row.addWidget(button)
        column.addLayout(row)

    def _show(self, quotes: Quotes, chosen: str = "") -> None:
        self._quotes = quotes
        self.list.clear()
        for quote in quotes:
            item = QListWidgetItem(f"– {quote.text}\n{state_words(quote)}", self.list)
            item.setIcon(icon("circle-check" if quote.approval else "alert-triangle"))
        self._heading.setText(count_words(quotes) if quotes else _("The article has no quotes."))
        waiting = next((row for row, quote in enumerate(quotes) if quote.approval is None), 0)
        asked = next((row for row, quote in enumerate(quotes) if quote.hash == chosen), waiting)
        self.list.setCurrentRow(asked)
        self._follow()
        self._say("" if quotes else _("Make a paragraph a quote with the quote button in the toolbar."))

    def _follow(self) -> None:
        selected = self.selected()
        for control in (self._speaker_field, self._approve_button, self._copy_button):
            control.setEnabled(bool(selected))
        self._withdraw_button.setEnabled(any(quote.approval for quote in selected))
        self._speaker_field.show_problem("")
        if selected:
            approval = selected[0].approval
            self._speaker.setText(approval.speaker if approval else selected[0].speaker)

    def _note_approval(self) -> None:
        speaker = self._speaker.text().strip()
        if not speaker:
            self._speaker_field.show_problem(_("Write who said it."))
            self._speaker.setFocus()
            return
        day = self._day.date()
        self._approve(
            [quote.hash for quote in self.selected()],
            speaker,
            QuoteWay(self._way.currentData()),
            date(day.year(), day.month(), day.day()),
            while_alive(self, self._done),
            while_alive(self, self._failed),
        )

    def _take_back(self) -> None:
        for quote in self.selected():
            if quote.approval is not None:
                self._withdraw(quote.hash, while_alive(self, self._done), while_alive(self, self._failed))

    def _done(self, quotes: Quotes) -> None:
        self._show(quotes)
        announce(self, count_words(quotes))
        self.list.setFocus()

    def _failed(self, error: EditorAppError) -> None:
        self._speaker_field.show_problem(explained(error))

    def _copy(self) -> None:
        QApplication.clipboard().setText(letter(self._title, self.selected(), self._me))
        self._say(_("The text is on the clipboard: paste it into a mail or a message."))

    def _say(self, words: str) -> None:
        self._note.setText(words)
        self._note.setVisible(bool(words))
        if words:
            announce(self, words)
