"""The newsroom's own words for the checks: the folder they are in, and what its files say."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from editor_app.domain.errors import EditorAppError
from editor_app.translation import _, ngettext
from ui.theme.spacing import M, S
from ui.widgets.alive import while_alive
from ui.widgets.explained import explained
from ui.widgets.folder_row import FolderRow
from ui.widgets.form_field import FormField, named_line
from ui.widgets.labels import QuietLabel, SectionHeading
from ui.widgets.number_words import number
from ui.widgets.plain_button import plain_button
from ui.widgets.timers import once_after

if TYPE_CHECKING:
    from editor_app.checks.word_lists import BrokenLine, ReadWords

LINES = 5
PAUSE_MS = 300

Answered = Callable[["ReadWords"], Any]
AskFolder = Callable[[Path, Answered, Callable[[EditorAppError], Any]], Any]


class WordSource(NamedTuple):
    """Reads the word lists of a folder, and makes files to begin with, neither in the window's thread."""

    read: AskFolder
    make: AskFolder


class WordsPage(QWidget):
    """Shows `folder` to be changed, how much each of its files says, and the lines that nobody can read."""

    def __init__(self, folder: str, source: WordSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self.line = named_line("words_folder", folder)
        self._field = FormField(
            _("Folder with words of your own"),
            FolderRow(self.line, "choose_words", _("Folder with words of your own")),
            _("Empty: the program's own words alone."),
        )
        self._counts = QuietLabel()
        self._counts.setObjectName("word_counts")
        self._heading = SectionHeading("")
        self._list = QListWidget()
        self._list.setObjectName("broken_words")
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedHeight(LINES * self._list.fontMetrics().lineSpacing())
        self._make = plain_button(_("Make example files"), "make_examples", act=self._make_files)
        self._open = plain_button(_("Show the folder"), "open_words", act=self._open_folder)
        self._look_later = once_after(PAUSE_MS, self._look, self)
        self.line.textChanged.connect(self._look_later.start)
        self._lay_out()
        self._look()

    def folder(self) -> str:
        """Return what is written as the folder, empty where nothing is."""
        return self.line.text().strip()

    def _look(self) -> None:
        folder = self.folder()
        self._show_broken(())
        self._counts.hide()
        self._open.hide()
        self._make.hide()
        self._field.show_problem("")
        if folder:
            self._source.read(Path(folder), self._answer_of(folder), while_alive(self, self._fail))

    def _answer_of(self, folder: str) -> Answered:
        def take(read: "ReadWords") -> None:
            # Somebody may have gone on typing.
            if folder == self.folder():
                self._show(read)

        return while_alive(self, take)

    def _show(self, read: "ReadWords") -> None:
        whole = [one for one in read.broken if one.file == str(Path(self.folder()))]
        self._field.show_problem(_("There is no such folder. Choose another, or make it.") if whole else "")
        self._open.setVisible(not whole)
        self._make.setVisible(not whole and not read.lines)
        self._counts.setVisible(not whole)
        self._counts.setText(_counts(read) or _("No word lists there yet."))
        self._show_broken([one for one in read.broken if one not in whole])

    def _show_broken(self, broken: "Sequence[BrokenLine]") -> None:
        words = ngettext("{count} line cannot be read", "{count} lines cannot be read", len(broken))
        self._heading.setText(words.format(count=number(len(broken))))
        self._list.setAccessibleName(self._heading.text())
        self._list.clear()
        for one in broken:
            self._list.addItem(_broken_words(one))
        self._heading.setVisible(bool(broken))
        self._list.setVisible(bool(broken))

    def _make_files(self) -> None:
        folder = self.folder()
        self._source.make(Path(folder), self._answer_of(folder), while_alive(self, self._fail))

    def _fail(self, error: EditorAppError) -> None:
        self._field.show_problem(explained(error))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder()))

    def _lay_out(self) -> None:
        self.line.setAccessibleName(_("Folder with words of your own"))
        about = _(
            "Plain text files add to what the checks know: letter words, names, abbreviations, plainer "
            "words, and rules of your own. The folder holds for all who use the archive."
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        for button in (self._make, self._open):
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        for widget in (QuietLabel(about), self._field, self._counts):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addWidget(self._heading)
        column.addWidget(self._list)


def _counts(read: "ReadWords") -> str:
    """Return how many lines of each file say something, the files one after the other."""
    return " · ".join(
        ngettext("{file}: {count} line", "{file}: {count} lines", count).format(
            file=file, count=number(count)
        )
        for file, count in read.lines.items()
    )


def _broken_words(one: "BrokenLine") -> str:
    """Return which line of which file cannot be read, why, and what it says."""
    reason = _(one.reason)
    if not one.line:
        return _("{file}: {reason}").format(file=one.file, reason=reason)
    return _("{file}, line {line}: {reason} – {words}").format(
        file=one.file, line=number(one.line), reason=reason, words=one.words
    )
