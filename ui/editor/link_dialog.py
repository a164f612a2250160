"""Asks where a link leads: to an article, a page, an e-mail address or a phone."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from editor_app.desk.values import ArticleSummary
from editor_app.domain.addresses import ARTICLE_SCHEME, href_from_typing
from editor_app.translation import _
from ui.editor.link_words import article_of, ask_where, suggested_articles
from ui.pickers.title_source import NO_ARTICLES, TitleSearch, TitleSource, title_words
from ui.theme.spacing import L, M
from ui.widgets.alive import while_alive
from ui.widgets.dialogs import closing_buttons
from ui.widgets.form_field import FormField, named_line
from ui.widgets.labels import QuietLabel
from ui.widgets.plain_button import plain_button
from ui.widgets.primary_button import PrimaryButton
from ui.widgets.suggestion_field import SuggestionField
from ui.widgets.suggestion_list import Suggestion

WIDTH = 480
# The suggestions lie over the dialog, which leaves room for a handful of them.
HEIGHT = 340


class LinkDialog(QDialog):
    """`chosen` carries the address and the words; `removed` comes where the link shall go.

    `articles` are offered by their titles. With `asks_words` the words that become the link are
    asked for too.
    """

    chosen = Signal(str, str)
    removed = Signal()

    def __init__(
        self,
        href: str,
        *,
        asks_words: bool,
        articles: TitleSource = NO_ARTICLES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Link"))
        self.setMinimumSize(WIDTH, HEIGHT)
        self._articles = articles
        self._search = TitleSearch(articles, self)
        # What was chosen rather than typed, and the words that the field shows for it.
        self._picked = ("", "")
        self._words = named_line("words")
        self._address = SuggestionField(_("Where it leads"), self._suggest)
        self._address.setObjectName("address")
        self._address.setPlaceholderText(_("Title of an article, or www.example.se"))
        self._destination = QuietLabel()
        self._destination.setObjectName("destination")
        self._words_field = FormField(_("Words"), self._words, _("What the reader sees and clicks."))
        self._address_field = FormField(
            _("Where it leads"),
            self._address,
            _("An article in the archive, a web page, an e-mail address or a phone number."),
        )
        self._words_field.setVisible(asks_words)
        self._asks_words = asks_words
        self._lay_out(is_new=not href)
        self._listen()
        self._show_href(href)
        (self._words if asks_words else self._address).setFocus()

    def problem(self) -> str:
        """Return the sentence on what is wrong, empty where nothing is."""
        return self._words_field.problem() or self._address_field.problem()

    def accept(self) -> None:
        """Hand the link over, unless something is missing, which is said where it is missing."""
        words = " ".join(self._words.text().split())
        href = self._href()
        if self._asks_words and not words:
            self._words_field.show_problem(_("Write the words that the reader is to click."))
            self._words.setFocus()
        elif href is None:
            self._address_field.show_problem(
                _("This is not an address that a page can link to. Write it as in www.example.se.")
            )
            self._address.setFocus()
        else:
            self.chosen.emit(href, words)
            super().accept()

    def _href(self) -> str | None:
        href, shown = self._picked
        typed = self._address.text()
        return href if href and typed == shown else href_from_typing(typed)

    def _show_href(self, href: str) -> None:
        self._show_picked(href, href)
        article_id = article_of(href)
        if article_id is not None:
            # Without an answer the address itself stands there, and can be kept.
            self._articles.look_up(
                article_id, while_alive(self, partial(self._show_title, href)), lambda _error: None
            )

    def _show_title(self, href: str, article: ArticleSummary | None) -> None:
        if article is not None and self._address.text() == href:
            self._show_picked(href, title_words(article))

    def _show_picked(self, href: str, shown: str) -> None:
        self._picked = (href, shown)
        self._address.setText(shown)
        self._tell_destination()

    def _suggest(self, typed: str) -> list[Suggestion]:
        is_address = bool(typed.strip()) and href_from_typing(typed) is not None
        return [] if is_address else suggested_articles(self._search.ask(typed))

    def _offer_found(self) -> None:
        if self._address.hasFocus():
            self._address.suggest()

    def _pick(self, article_id: str) -> None:
        article = next(one for one in self._search.found if one.id == article_id)
        self._show_picked(f"{ARTICLE_SCHEME}:{article_id}", title_words(article))
        self._address_field.show_problem("")

    def _tell_destination(self) -> None:
        href = self._href()
        if href is None:
            self._destination.clear()
        else:
            ask_where(href, self._articles, while_alive(self, partial(self._show_destination, href)))

    def _show_destination(self, href: str, words: str) -> None:
        if href == self._href():
            self._destination.setText(words)

    def _remove(self) -> None:
        self.removed.emit()
        self.reject()

    def _listen(self) -> None:
        self._address.textChanged.connect(self._tell_destination)
        self._address.textEdited.connect(lambda: self._address_field.show_problem(""))
        self._address.picked.connect(self._pick)
        self._search.answered.connect(self._offer_found)
        # The next Escape closes the dialog.
        self._address.abandoned.connect(lambda: self._address.setModified(False))
        self._words.textEdited.connect(lambda: self._words_field.show_problem(""))

    def _lay_out(self, *, is_new: bool) -> None:
        buttons = closing_buttons(self, PrimaryButton(_("Insert link") if is_new else _("Change link")))
        if not is_new:
            remove = plain_button(_("Remove link"), "remove", "unlink")
            buttons.addButton(remove, QDialogButtonBox.ButtonRole.ResetRole)
            remove.clicked.connect(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(self._words_field)
        column.addWidget(self._address_field)
        column.addWidget(self._destination)
        column.addStretch()
        column.addWidget(buttons)
