"""Spelling in the article editor: the marks, the menu on a marked word, and the way from one to the next."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from editor_app.domain.document import Table
from editor_app.translation import _
from ui.editor.article_editor import ArticleEditor
from ui.editor.object_format import object_of
from ui.editor.replacing import replace_words
from ui.editor.spelling_marks import Field, Misspelling, SpellingMarks
from ui.editor.spelling_process import SpellingProcess, Suggestions

AddWord = Callable[[str, str], Any]


class ArticleSpelling(QObject):
    """Marks misspelled words in title, lead and body, and offers what may have been meant.

    `add_word` stores a word in the archive, by language; the process is told by whoever stores it.
    """

    def __init__(self, editor: ArticleEditor, process: SpellingProcess, add_word: AddWord) -> None:
        super().__init__(editor)
        self._editor = editor
        self._process = process
        self._add_word = add_word
        self._names: set[str] = set()
        self._ignored: set[str] = set()
        self._marks: dict[Field, SpellingMarks] = {
            field: self._mark(field) for field in (editor.title, editor.lead, editor.body)
        }
        editor.foot.misspelling_asked.connect(lambda: self.go(1))
        editor.language_changed.connect(self._check_all)
        process.judged.connect(self._ask_again)
        process.relearned.connect(self._check_all)
        process.gave_up.connect(self._give_up)

    def set_enabled(self, enabled: bool) -> None:
        """Check spelling, or leave it alone."""
        for marks in self._marks.values():
            marks.set_enabled(enabled)

    def forget_article(self) -> None:
        """Let pass no longer what was ignored, or found to be a name, in the article before."""
        self._names.clear()
        self._ignored.clear()
        self._check_all()

    def go(self, step: int) -> None:
        """Select the next misspelled word (`step` 1) or the one before (-1), and open its menu."""
        places = [(field, one) for field, marks in self._marks.items() for one in marks.misspellings()]
        if not places:
            return
        here = self._here(step)
        order = [(list(self._marks).index(field), one.cursor.selectionStart()) for field, one in places]
        if step > 0:
            place = next((at for at, where in enumerate(order) if where >= here), 0)
        else:
            before = [at for at, where in enumerate(order) if where < here]
            place = before[-1] if before else len(order) - 1
        self._open_at(*places[place], step)

    def _here(self, step: int) -> tuple[int, int]:
        for number, field in enumerate(self._marks):
            if field.hasFocus():
                cursor = field.textCursor()
                return number, cursor.selectionEnd() if step > 0 else cursor.selectionStart()
        return 0, 0

    def _mark(self, field: Field) -> SpellingMarks:
        marks = SpellingMarks(
            field, self._process.is_misspelled, self._editor.language, self._names, self._ignored
        )
        marks.changed.connect(self._show_count)
        field.menu_asked.connect(partial(self._add_to_menu, field))
        return marks

    def _show_count(self) -> None:
        self._editor.foot.show_misspellings(sum(len(marks.misspellings()) for marks in self._marks.values()))

    def _check_all(self) -> None:
        for marks in self._marks.values():
            marks.check_all()

    def _ask_again(self) -> None:
        for marks in self._marks.values():
            marks.ask_again()

    def _give_up(self) -> None:
        self._editor.notice.emit(_("Spelling cannot be checked: the dictionaries could not be opened."))

    def _add_to_menu(self, field: Field, menu: QMenu, cursor: QTextCursor) -> None:
        found = self._marks[field].misspelling_at(cursor.position())
        if found is not None:
            self._offer(found, menu)

    def _open_at(self, field: Field, found: Misspelling, step: int) -> None:
        field.setFocus()
        field.setTextCursor(_beside(found, step) if found.in_object else found.cursor)
        field.ensureCursorVisible()
        menu = QMenu(field)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offer(found, menu)
        menu.popup(field.viewport().mapToGlobal(field.cursorRect().bottomLeft()))

    def _offer(self, found: Misspelling, menu: QMenu) -> None:
        """Put what can be done about `found` at the top of `menu`."""
        first = menu.actions()[0] if menu.actions() else None
        ignore = QAction(_("Ignore in this article"), menu)
        ignore.triggered.connect(lambda: self._ignore(found))
        if self._editor.body.isReadOnly():
            # All else would change the article or the archive.
            _insert(menu, first, ignore, _line(menu))
            return
        looking = self._opening(found, menu) if found.in_object else QAction(menu)
        add = QAction(_("Add to dictionary"), menu)
        add.triggered.connect(lambda: self._add_word(found.language, found.form))
        _insert(menu, first, looking, _line(menu), add, ignore, _line(menu))
        if not found.in_object:
            looking.setText(_("Looking for suggestions…"))
            looking.setEnabled(False)
            self._process.suggest(
                found.language, found.form, lambda words: self._fill(found, menu, looking, words)
            )

    def _opening(self, found: Misspelling, menu: QMenu) -> QAction:
        """Return the action that opens the table or the image in which `found` stands."""
        value = object_of(found.cursor.block())
        open_it = _("Open the image to correct “{word}”…")
        if isinstance(value, Table):
            open_it = _("Open the table to correct “{word}”…")
        action = QAction(open_it.format(word=found.form), menu)
        action.triggered.connect(lambda: self._open_object(found))
        return action

    def _open_object(self, found: Misspelling) -> None:
        body = self._editor.body
        body.setTextCursor(_beside(found, 1))
        value = object_of(found.cursor.block())
        if value is not None:
            body.object_opened.emit(value)

    def _fill(self, found: Misspelling, menu: QMenu, looking: QAction, suggestions: Suggestions) -> None:
        # The menu may have been closed while the dictionary was searched.
        if not isValid(menu) or not isValid(looking):
            return
        if not suggestions:
            looking.setText(_("No suggestions"))
            return
        chosen = menu.activeAction()
        for word in suggestions:
            action = QAction(word.replace("&", "&&"), menu)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(partial(_replace, found.cursor, word))
            menu.insertAction(looking, action)
        menu.removeAction(looking)
        if menu.isVisible():
            _keep_on_screen(menu)
        if chosen is None and menu.isVisible():
            menu.setActiveAction(menu.actions()[0])

    def _ignore(self, found: Misspelling) -> None:
        self._ignored.add(found.form)
        for marks in self._marks.values():
            marks.show_again()


def _beside(found: Misspelling, step: int) -> QTextCursor:
    """Return a cursor at the side of an object from which one goes on by `step`."""
    # Selected, it would be hard to read.
    cursor = QTextCursor(found.cursor)
    cursor.setPosition(cursor.selectionEnd() if step > 0 else cursor.selectionStart())
    return cursor


def _line(menu: QMenu) -> QAction:
    line = QAction(menu)
    line.setSeparator(True)
    return line


def _insert(menu: QMenu, before: QAction | None, *actions: QAction) -> None:
    for action in actions:
        if before is None:
            menu.addAction(action)
        else:
            menu.insertAction(before, action)


def _keep_on_screen(menu: QMenu) -> None:
    """Move `menu` up where it has grown below the edge of its screen."""
    room = menu.screen().availableGeometry()
    lowest = room.bottom() - menu.sizeHint().height()
    if menu.y() > lowest:
        menu.move(menu.x(), max(lowest, room.top()))


def _replace(place: QTextCursor, word: str, _checked: bool = False) -> None:
    replace_words(place, word)
