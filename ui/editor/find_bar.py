"""Find and replace, as a quiet bar at the edge of the text."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from editor_app.domain.occurrences import Wanted
from editor_app.translation import _, ngettext
from ui.editor.article_search import ArticleSearch, Replaced
from ui.editor.line_field import without_breaks
from ui.editor.object_format import OBJECT_CHARACTER
from ui.theme.icons import icon
from ui.theme.spacing import XS, M, S
from ui.widgets.announce import announce
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import QuietLabel

# A longer selection is meant to be replaced, not to be found elsewhere.
LONGEST_FILL = 100
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FindBar(QWidget):
    """Asks what to find and what to put there; Enter goes on, Shift+Enter back, Escape closes."""

    def __init__(self, search: ArticleSearch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._make_fields()
        self._make_buttons()
        self._lay_out()
        search.changed.connect(self._tell_where)
        self.hide()

    def open(self, *, replacing: bool) -> None:
        """Come up with what is selected in the text, with the fields to replace it if `replacing`."""
        self._search.begin()
        self._show_replacing(replacing or (self.isVisible() and self.replacement.isVisible()))
        selected = self._search.selected_words()
        if selected and len(selected) <= LONGEST_FILL:
            self.wanted.setText(selected)
        self.show()
        self.wanted.setFocus()
        self.wanted.selectAll()
        self._search.look_for(self._asked())

    def close_bar(self) -> None:
        """Go away, marks included; the keyboard goes back to the text, where the last hit stays selected."""
        self._search.field.setFocus()
        self.hide()
        self._search.stop()

    def go(self, step: int) -> None:
        """Go to the next hit, or the one before where `step` is -1; also while the bar is away."""
        if not self.wanted.text():
            self.open(replacing=False)
            return
        if self.isHidden():
            self._show_replacing(False)
            self.show()
            self._search.look_for(self._asked())
        self._tell_round(self._search.go(step), step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in _ENTER and self.wanted.hasFocus():
            self.go(step)
        elif event.key() in _ENTER and self.replacement.hasFocus():
            self._replace()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._search.mark()

    def _make_fields(self) -> None:
        self.wanted = _field(_("Find in the article"), "wanted_words")
        self.wanted.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.wanted.textChanged.connect(self._look)
        self.replacement = _field(_("Replace with"), "replacement")
        self.replacement.addAction(icon("replace"), QLineEdit.ActionPosition.LeadingPosition)
        self.count = QuietLabel()
        self.count.setObjectName("hit_count")
        self.count.setWordWrap(False)
        self.note = QuietLabel()
        self.note.setObjectName("find_note")
        self.note.hide()

    def _make_buttons(self) -> None:
        self.previous = IconButton("arrow-up", _("Previous hit"), tooltip=_("Previous hit (Shift+F3)"))
        self.previous.clicked.connect(lambda: self.go(-1))
        self.next = IconButton("arrow-down", _("Next hit"), tooltip=_("Next hit (F3)"))
        self.next.clicked.connect(lambda: self.go(1))
        self.match_case = IconButton("letter-case", _("Match case"))
        self.whole_words = IconButton("abc", _("Whole words only"))
        for choice in (self.match_case, self.whole_words):
            choice.setCheckable(True)
            choice.toggled.connect(self._look)
        self._close = IconButton("x", _("Close"), tooltip=_("Close (Esc)"), object_name="close_find")
        self._close.clicked.connect(self.close_bar)
        self.replace = QPushButton(_("Replace"))
        self.replace.clicked.connect(self._replace)
        self.replace_all = QPushButton(_("Replace all"))
        self.replace_all.clicked.connect(self._replace_all)

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        buttons = QHBoxLayout()
        buttons.setSpacing(XS)
        for part in (
            self.count,
            self.previous,
            self.next,
            self.match_case,
            self.whole_words,
            self._close,
        ):
            buttons.addWidget(part)
        replacing = QHBoxLayout()
        replacing.setSpacing(S)
        for button in (self.replace, self.replace_all):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            replacing.addWidget(button)
        replacing.addStretch()
        rows = QGridLayout(self)
        rows.setContentsMargins(M, S, S, S)
        rows.setHorizontalSpacing(S)
        rows.setVerticalSpacing(S)
        rows.setColumnStretch(0, 1)
        rows.addWidget(self.wanted, 0, 0)
        rows.addLayout(buttons, 0, 1)
        rows.addWidget(self.replacement, 1, 0)
        rows.addLayout(replacing, 1, 1)
        rows.addWidget(self.note, 2, 0, 1, 2)
        # From what to find to what to put there, and only then to the buttons.
        QWidget.setTabOrder(self.wanted, self.replacement)
        QWidget.setTabOrder(self.replacement, self.replace)
        QWidget.setTabOrder(self.replace, self.replace_all)
        QWidget.setTabOrder(self.replace_all, self.previous)

    def _show_replacing(self, shown: bool) -> None:
        for part in (self.replacement, self.replace, self.replace_all):
            part.setVisible(shown)

    def _asked(self) -> Wanted:
        return Wanted(
            _typed(self.wanted),
            match_case=self.match_case.isChecked(),
            whole_words=self.whole_words.isChecked(),
        )

    def _look(self) -> None:
        self._say("")
        self._search.look_for(self._asked())
        self._search.select_nearest()

    def _replace(self) -> None:
        self._tell_round(self._search.replace(_typed(self.replacement)), 1)

    def _replace_all(self) -> None:
        self._say(_account(self._search.replace_all(_typed(self.replacement))))

    def _tell_where(self) -> None:
        self.count.setText(self._where() if _typed(self.wanted) else "")
        can_go = self._search.count > 0
        for button in (self.previous, self.next, self.replace_all):
            button.setEnabled(can_go)
        self.replace.setEnabled(can_go and not self._search.is_in_object)

    def _where(self) -> str:
        count, number = self._search.count, self._search.number
        if number:
            return _("{number} of {count}").format(number=number, count=count)
        if count:
            return ngettext("{count} hit", "{count} hits", count).format(count=count)
        return _("No hit")

    def _tell_round(self, went_round: bool, step: int) -> None:
        if self._search.is_in_object:
            self._say(_("This stands in a table or at an image. Open that to change the words."))
        elif went_round:
            self._say(_("On from the top.") if step > 0 else _("On from the end."))
        else:
            self._say("")

    def _say(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)


def _field(name: str, object_name: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(object_name)
    field.setAccessibleName(name)
    field.setPlaceholderText(name)
    field.setClearButtonEnabled(True)
    field.setMinimumWidth(90)
    return field


def _typed(field: QLineEdit) -> str:
    # A paste may bring breaks, and the character that stands for objects.
    return without_breaks(field.text().replace(OBJECT_CHARACTER, ""))


def _account(replaced: Replaced) -> str:
    said = ngettext("{count} replaced.", "{count} replaced.", replaced.done).format(count=replaced.done)
    if not replaced.left:
        return said
    left = ngettext(
        "{count} table or image has the words too: open it to change them.",
        "{count} tables and images have the words too: open them to change them.",
        replaced.left,
    )
    return f"{said} {left.format(count=replaced.left)}"
