"""The menu that says which language a passage is in."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from editor_app.domain.languages import LANGUAGE_WORDS, TAG
from editor_app.translation import _
from ui.editor.body_editor import BodyEditor
from ui.editor.passage_language import language_here, remove_language, set_language
from ui.theme.icons import icon
from ui.widgets.dialogs import show_dialog


def language_words(tag: str) -> str:
    """Return what the interface calls the language of `tag`, the tag itself where it has no word."""
    return _(LANGUAGE_WORDS[tag]) if tag in LANGUAGE_WORDS else tag


class LanguageMenu(QMenu):
    """Sets the language of what is selected in `body`, or of the word at the cursor.

    `notice` carries a sentence on a code that names no language.
    """

    notice = Signal(str)

    def __init__(self, body: BodyEditor, parent: QWidget) -> None:
        super().__init__(_("Language"), parent)
        self._body = body
        self.setIcon(icon("language"))
        self._group = QActionGroup(self)
        self._choices = {tag: self._choice(tag, _(word)) for tag, word in LANGUAGE_WORDS.items()}
        self.other = self._choice("other", _("Other…"))
        self.addSeparator()
        self.none = self._choice("none", _("No other language"))
        self.aboutToShow.connect(self.follow_cursor)
        self._group.triggered.connect(self._chosen)

    def follow_cursor(self) -> None:
        """Mark the language that holds where the cursor is."""
        tag = language_here(self._body.textCursor())
        chosen = self._choices.get(tag, self.other) if tag else self.none
        chosen.setChecked(True)
        self.other.setText(_("Other: {code}…").format(code=tag) if chosen is self.other else _("Other…"))

    def _choice(self, name: str, text: str) -> QAction:
        action = self._group.addAction(text)
        action.setObjectName(f"language_{name}")
        action.setData(name)
        action.setCheckable(True)
        self.addAction(action)
        return action

    def _chosen(self, action: QAction) -> None:
        if action is self.other:
            self._ask_code()
        elif action is self.none:
            self._body.run(remove_language)
        else:
            self._set(action.data())

    def _ask_code(self) -> None:
        dialog = QInputDialog(self._body.window())
        dialog.setWindowTitle(_("Language"))
        dialog.setLabelText(_("The code of the language, as in tr for Turkish:"))
        dialog.setTextValue(language_here(self._body.textCursor()))
        dialog.textValueSelected.connect(self._set)
        dialog.finished.connect(self._body.setFocus)
        show_dialog(dialog)

    def _set(self, code: str) -> None:
        tag = code.strip().replace("_", "-")
        if TAG.fullmatch(tag) is None:
            self.notice.emit(_("{code} is not the code of a language.").format(code=code))
        else:
            self._body.run(lambda cursor: set_language(cursor, tag))
