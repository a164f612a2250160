"""An approved article goes into another system: its fields are copied one after another."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.desk.handover_words import remarks, version_sentence
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _, ngettext
from ui.publish.handover_fields import fact_fields, text_fields
from ui.publish.handover_image import ImageGroup
from ui.publish.handover_row import FieldRow
from ui.theme.spacing import L, M, S
from ui.widgets.alive import while_alive
from ui.widgets.announce import announce
from ui.widgets.dialogs import resize_by_letters
from ui.widgets.explained import explained
from ui.widgets.fitting_scroll import FittingScroll
from ui.widgets.form_field import Problem
from ui.widgets.labels import QuietLabel, SectionHeading, WrappingLabel
from ui.widgets.plain_button import plain_button
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from editor_app.desk.handover_values import Kit

WIDTH, LINES = 84, 40
# The folder, then what to do with that of the images, or with the error.
SaveImages = Callable[[Path, Callable[[Path], Any], Callable[[EditorAppError], Any]], Any]


class HandoverDialog(QDialog):
    """Shows the fields of `kit`, its images as `thumbnails`.

    A button that has copied hands the focus to the next, so that one key copies all, one by one, while
    the other window is visited in between. `taken` comes the first time that something is copied or saved.
    """

    taken = Signal()

    def __init__(
        self,
        kit: "Kit",
        thumbnails: Sequence[QImage],
        save_images: SaveImages,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Hand over to a CMS"))
        self._kit, self._save_images, self._folder = kit, save_images, folder
        self._is_taken = False
        texts = [FieldRow(field) for field in text_fields(kit)]
        groups = [ImageGroup(*pair) for pair in zip(kit.images, thumbnails, strict=True)]
        facts = [FieldRow(field) for field in fact_fields(kit)]
        self.rows = [*texts, *(row for group in groups for row in group.rows), *facts]
        for number, row in enumerate(self.rows, 1):
            row.copied.connect(partial(self._go_on, number))
        self.problem = Problem()
        self._progress = QuietLabel()
        self._progress.setObjectName("progress")
        self._close_button = QPushButton(_("Close"))
        self._close_button.setObjectName("close")
        self._close_button.clicked.connect(self.reject)
        self._scroll = FittingScroll(self._all_fields(texts, groups, facts))
        self._lay_out()
        resize_by_letters(self, WIDTH, LINES)
        self._count()
        self.rows[0].button.setFocus()

    def show_error(self, error: EditorAppError) -> None:
        """Say what went wrong."""
        self.problem.show_sentence(explained(error))

    def _save_row(self) -> QHBoxLayout:
        button = plain_button(_("Save the images…"), "save_images", "photo")
        button.clicked.connect(self._save)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch()
        return row

    def _all_fields(
        self, texts: Iterable[QWidget], groups: Sequence[QWidget], facts: Iterable[QWidget]
    ) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, S, 0)
        column.setSpacing(S)
        column.addWidget(WrappingLabel(version_sentence(self._kit)))
        column.addWidget(
            QuietLabel(
                _("What is changed later is not in it. Enter copies a field and goes on to the next one.")
            )
        )
        for sentence in remarks(self._kit):
            remark = Problem(Tone.WARNING)
            remark.show_sentence(sentence)
            column.addWidget(remark)
        _add(column, _("Text"), texts)
        if groups:
            _add(column, _("Images"), groups)
            column.addWidget(
                QuietLabel(
                    _("The images are not in the body text that is copied. Save them, and add them there.")
                )
            )
            column.addLayout(self._save_row())
        _add(column, _("Details"), facts)
        column.addStretch(1)
        return inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.problem)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addWidget(self._progress, 1)
        buttons.addWidget(self._close_button)
        column.addLayout(buttons)

    def _go_on(self, number: int) -> None:
        """Let the button of row `number` have the focus, after the last the one that closes."""
        self._tell_taken()
        self._count()
        if number < len(self.rows):
            self.rows[number].button.setFocus()
            self._scroll.ensureWidgetVisible(self.rows[number])
            # Of a row that is taller than the window, that with the button.
            self._scroll.ensureWidgetVisible(self.rows[number].button)
        else:
            self._close_button.setFocus()

    def _count(self) -> None:
        count = sum(row.is_copied for row in self.rows)
        words = ngettext("{count} of {all} copied", "{count} of {all} copied", count)
        self._progress.setText(words.format(count=count, all=len(self.rows)))

    def _tell_taken(self) -> None:
        if not self._is_taken:
            self._is_taken = True
            self.taken.emit()

    def _save(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("Where the images are to be"), str(self._folder))
        if folder:
            self.problem.show_sentence("")
            self._save_images(
                Path(folder), while_alive(self, self._saved), while_alive(self, self.show_error)
            )

    def _saved(self, folder: Path) -> None:
        self._tell_taken()
        words = _("The images are in {folder}.").format(folder=folder)
        self._progress.setText(words)
        announce(self, words)


def _add(column: QVBoxLayout, heading: str, widgets: Iterable[QWidget]) -> None:
    if column.count():
        column.addSpacing(S)
    column.addWidget(SectionHeading(heading))
    for widget in widgets:
        column.addWidget(widget)
