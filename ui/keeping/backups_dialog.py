"""The backups of the archive: which there are, which are whole, a new one, and the way back to one."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.keeping.file_work import FileWork, Tell
from ui.theme.icons import icon
from ui.theme.spacing import XL, L, S
from ui.widgets.alive import while_alive
from ui.widgets.announce import announce
from ui.widgets.date_words import clock_text, date_text
from ui.widgets.dialogs import resize_by_letters
from ui.widgets.explained import explained
from ui.widgets.labels import QuietLabel
from ui.widgets.plain_button import plain_button

if TYPE_CHECKING:
    from editor_app.desk.keeping import Backup, Contents

LETTERS, LINES = 122, 26
MADE, WHY, ARTICLES, CHANGED, SIZE, STATE = range(6)


class BackupsDialog(QDialog):
    """Lists the backups of the archive at `path`; `restore_asked` carries one, and when it was made."""

    restore_asked = Signal(object, object)

    def __init__(self, path: Path, work: FileWork, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._work = work
        self._name = name
        self._folder: Path | None = None
        self._rows: list[tuple[Backup, QTreeWidgetItem]] = []
        self._under_way = work.run(self._find, while_alive(self, self._show), while_alive(self, self._fail))
        self.setWindowTitle(_("Backups"))
        resize_by_letters(self, LETTERS, LINES)
        self._where = QuietLabel("")
        self._where.setObjectName("where")
        self._where.setWordWrap(True)
        self._make_list()
        self._progress = QProgressBar()
        self._progress.setAccessibleName(_("Backing up…"))
        self._progress.hide()
        self._outcome = QLabel()
        self._outcome.setObjectName("outcome")
        self._outcome.setTextFormat(Qt.TextFormat.PlainText)
        self._outcome.setWordWrap(True)
        self._outcome.hide()
        self._make_buttons()
        self._lay_out()
        self.finished.connect(self._stop)

    def _make_list(self) -> None:
        self.list = QTreeWidget()
        self.list.setObjectName("backups")
        self.list.setAccessibleName(_("Backups"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setHeaderLabels(
            [_("Made"), _("Why"), _("Articles"), _("Newest change"), _("Size"), _("State")]
        )
        header = self.list.header()
        header.setStretchLastSection(True)
        self.list.currentItemChanged.connect(self._tell_what_can_be_done)
        self.list.itemActivated.connect(lambda _item, _column: self._ask_to_restore())

    def _make_buttons(self) -> None:
        self._make_button = plain_button(_("Back up now"), "back_up", "database-plus", self.back_up)
        self._restore_button = plain_button(_("Restore…"), "restore", "arrow-back-up", self._ask_to_restore)
        self._other_button = plain_button(_("Restore another file…"), "other", act=self._choose_other)
        self._folder_button = plain_button(_("Show the folder"), "folder", "folder", self._show_folder)
        self._place_button = plain_button(_("Another place…"), "place", act=self._choose_place)
        self._close_button = plain_button(_("Close"), "close", act=self.reject)
        self._tell_what_can_be_done()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(S)
        where = QHBoxLayout()
        where.setSpacing(S)
        where.addWidget(self._where, 1)
        for button in (self._folder_button, self._place_button):
            where.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(where)
        column.addWidget(self.list, 1)
        column.addWidget(self._progress)
        column.addWidget(self._outcome)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addWidget(self._make_button)
        buttons.addStretch()
        for button in (self._other_button, self._restore_button, self._close_button):
            buttons.addWidget(button)
        column.addLayout(buttons)

    def back_up(self) -> None:
        """Make a backup now."""
        path = self._path

        def make(tell: Tell) -> "Backup":
            from editor_app.desk.clock import utc_now
            from editor_app.desk.keeping import BackupKind, back_up

            return back_up(path, BackupKind.BY_HAND, now=utc_now(), progress=tell)

        self._start()
        self._under_way = self._work.run(
            make,
            while_alive(self, self._made),
            while_alive(self, self._fail),
            while_alive(self, self._tell_copied),
        )

    def _stop(self) -> None:
        # Whatever is under way by then.
        self._under_way.stop()

    def _made(self, backup: "Backup") -> None:
        self._say(_("The backup is made, and was found whole."))
        self._fetch()

    def _start(self) -> None:
        # What is looked at just now is looked at again afterwards.
        self._under_way.stop()
        self._outcome.hide()
        self._progress.setRange(0, 0)
        self._progress.show()
        self._make_button.setEnabled(False)

    def _tell_copied(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _fetch(self) -> None:
        self._under_way.stop()
        self._under_way = self._work.run(
            self._find, while_alive(self, self._show), while_alive(self, self._fail)
        )

    def _find(self, _tell: Tell) -> "tuple[Path, Sequence[Backup]]":
        from editor_app.desk.keeping import backup_folder, backups_of

        return backup_folder(self._path), backups_of(self._path)

    def _show(self, found: "tuple[Path, Sequence[Backup]]") -> None:
        from editor_app.desk.backup_words import KIND_WORDS, size_words

        self._progress.hide()
        self._make_button.setEnabled(True)
        self._folder, backups = found[0], found[1]
        self._where.setText(
            _("A backup is made each day the program is used. The backups lie in {folder}.").format(
                folder=self._folder
            )
        )
        self.list.clear()
        self._rows.clear()
        for backup in backups:
            made = f"{date_text(backup.made_at)}, {clock_text(backup.made_at)}"
            kind, size = _(KIND_WORDS[backup.kind]), size_words(backup.size)
            item = QTreeWidgetItem([made, kind, "", "", size, _("Checking…")])
            for number in (ARTICLES, SIZE):
                item.setTextAlignment(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(MADE, backup.path.name)
            self.list.addTopLevelItem(item)
            self._rows.append((backup, item))
        if self._rows:
            self.list.setCurrentItem(self._rows[0][1])
            self.list.setFocus()
        else:
            self._say(_("There is no backup yet. “Back up now” makes one."))
        self._make_room()
        self._look_into(0)

    def _make_room(self) -> None:
        """Give each column what is in it, and some air."""
        for column in range(STATE):
            self.list.resizeColumnToContents(column)
            self.list.setColumnWidth(column, self.list.columnWidth(column) + L)

    def _look_into(self, row: int) -> None:
        """Look whether the backup in `row` is whole, and go on with the next."""
        self._tell_what_can_be_done()
        if row >= len(self._rows):
            return
        backup, item = self._rows[row]

        def look(tell: Tell) -> "Contents | None":
            from editor_app.desk.keeping import contents_of

            return contents_of(backup, tell)

        def show(contents: "Contents | None") -> None:
            _show_contents(item, contents)
            self._make_room()
            self._look_into(row + 1)

        self._under_way = self._work.run(look, while_alive(self, show), while_alive(self, self._fail))

    def _ask_to_restore(self) -> None:
        current = self.list.currentItem()
        for backup, item in self._rows:
            if item is current and self._restore_button.isEnabled():
                self._leave_with(backup.path, backup.made_at)

    def _choose_other(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self,
            _("Restore another file"),
            str(self._folder or self._path.parent),
            ";;".join((_("Backups (*.backup)"), _("All files (*)"))),
        )
        if name:
            file = Path(name)
            changed = datetime.fromtimestamp(file.stat().st_mtime).astimezone()
            self._leave_with(file, changed)

    def _leave_with(self, backup: Path, made_at: datetime) -> None:
        self.accept()
        self.restore_asked.emit(backup, made_at)

    def _choose_place(self) -> None:
        place = QFileDialog.getExistingDirectory(
            self, _("Where backups are to lie"), str(self._folder or self._path.parent)
        )
        if place:
            self._under_way.stop()
            self._under_way = self._work.run(
                lambda _tell: _choose(self._path, Path(place), self._name),
                while_alive(self, lambda _done: self._fetch()),
                while_alive(self, self._fail),
            )

    def _show_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _fail(self, error: EditorAppError) -> None:
        self._progress.hide()
        self._make_button.setEnabled(True)
        self._say(explained(error))

    def _say(self, words: str) -> None:
        self._outcome.setText(words)
        self._outcome.show()
        announce(self, words)

    def _tell_what_can_be_done(self, *_items: Any) -> None:
        item = self.list.currentItem()
        self._restore_button.setEnabled(item is not None and item.text(STATE) != _("Damaged"))


def _choose(archive: Path, place: Path, name: str) -> None:
    from editor_app.desk.clock import utc_now
    from editor_app.desk.keeping import choose_place

    # To choose the folder of the archive is to have them beside it again.
    choose_place(archive, None if place == archive.parent else place, by=name, now=utc_now())


def _show_contents(item: QTreeWidgetItem, contents: "Contents | None") -> None:
    if contents is None:
        item.setText(STATE, _("Damaged"))
        item.setIcon(STATE, icon("alert-circle"))
        return
    item.setText(ARTICLES, str(contents.articles))
    if contents.newest_change is not None:
        changed = contents.newest_change
        item.setText(CHANGED, f"{date_text(changed)}, {clock_text(changed)}")
    item.setText(STATE, _("Whole"))
    item.setIcon(STATE, icon("circle-check"))
