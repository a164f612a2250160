"""Says what will be done to the selected articles, does it, and says what became of each."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.desk.values import ArticleSummary
from editor_app.domain.article import Category
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.domain.words import WITHDRAWAL_WORDS
from editor_app.translation import _, ngettext
from ui.archive_browser.bulk_acts import Asked, BulkAct
from ui.archive_browser.bulk_run import BulkRun
from ui.archive_browser.columns import title_of
from ui.desk_worker import DeskWorker
from ui.details.combos import TableCombo
from ui.theme.spacing import L, M, S
from ui.widgets.announce import announce
from ui.widgets.form_field import FormField, named_line
from ui.widgets.labels import QuietLabel, WrappingLabel
from ui.widgets.number_words import number
from ui.widgets.primary_button import PrimaryButton

WIDTH, HEIGHT = 560, 440
# A longer list says no more to anybody before it is done.
MOST_TITLES = 200


class BulkDialog(QDialog):
    """Does `act` to those of `articles` that it is possible for, in the name of `by`.

    `ended` comes when something was done.
    """

    ended = Signal()

    def __init__(
        self,
        worker: DeskWorker,
        act: BulkAct,
        articles: Sequence[ArticleSummary],
        categories: Iterable[Category],
        by: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_(act.words))
        self.resize(WIDTH, HEIGHT)
        self._act = act
        self._by = by
        self._articles = [article for article in articles if act.is_possible_for(article)]
        self._left_alone = len(articles) - len(self._articles)
        self._folder = Path()
        self._is_running = False
        self._run = BulkRun(worker, self)
        self._run.progressed.connect(self._show_progress)
        self._run.finished.connect(self._show_outcome)
        self.words = WrappingLabel(_counted(act.will, len(self._articles)))
        self.aside = QuietLabel(self._said_of_others())
        self.list = QListWidget()
        self.list.setAccessibleName(_("Articles"))
        self.list.addItems([title_of(article) for article in self._articles[:MOST_TITLES]])
        self._reason = TableCombo(_reasons(), unset=_("Choose a reason"))
        self._reason.show_value("")
        self._public_words = named_line("public_words")
        self._reason.currentIndexChanged.connect(self._follow_choice)
        self._public_words.textChanged.connect(self._follow_choice)
        self._category = TableCombo({one.id: one.name for one in categories}, unset=_("Choose a category"))
        self._category.show_value("")
        self._category.currentIndexChanged.connect(self._follow_choice)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(_(act.words))
        self._progress.hide()
        self._go = PrimaryButton(_(act.words))
        self._go.setObjectName("accept")
        self._go.clicked.connect(self._begin)
        self._close = QPushButton(_("Cancel"))
        self._close.setObjectName("close")
        self._close.clicked.connect(self.reject)
        self._lay_out()
        self._follow_choice()

    def reject(self) -> None:
        """Close; what is under way is stopped first, after the article that it is at."""
        if self._is_running:
            self._run.stop()
        else:
            super().reject()

    def _begin(self) -> None:
        if self._act.folder:
            folder = QFileDialog.getExistingDirectory(self, _(self._act.folder))
            if not folder:
                return
            self._folder = Path(folder)
        self._is_running = True
        for part in (self._go, self._reason, self._public_words, self._category):
            part.setEnabled(False)
        self._close.setText(_("Stop"))
        self._progress.setRange(0, len(self._articles))
        self._progress.show()
        self._run.begin(self._act, self._articles, self._asked())

    def _asked(self) -> Asked:
        return Asked(
            by=self._by,
            reason=WithdrawalReason(self._reason.value() or WithdrawalReason.OTHER),
            words=self._public_words.text().strip(),
            category_id=self._category.value() or None,
            folder=self._folder,
        )

    def _show_progress(self, looked_at: int) -> None:
        self._progress.setValue(looked_at)

    def _show_outcome(self) -> None:
        self._is_running = False
        self._progress.hide()
        self._go.hide()
        self._close.setText(_("Close"))
        sentences = [_counted(self._act.did, len(self._run.done))]
        if self._run.left:
            words = ngettext("{n} was not reached.", "{n} were not reached.", self._run.left)
            sentences.append(words.format(n=number(self._run.left)))
        if self._run.refused:
            count = len(self._run.refused)
            words = ngettext("{n} was refused:", "{n} were refused:", count)
            sentences.append(words.format(n=number(count)))
        self.words.setText(" ".join(sentences))
        self.aside.hide()
        self.list.clear()
        for article, sentence in self._run.refused:
            self.list.addItem(_("{title}: {reason}").format(title=title_of(article), reason=sentence))
        self.list.setWordWrap(True)
        self.list.setVisible(bool(self._run.refused))
        announce(self, self.words.text())
        self.ended.emit()

    def _said_of_others(self) -> str:
        if not self._left_alone:
            return ""
        words = ngettext(
            "{n} of those selected stands where this cannot be done, and is left alone.",
            "{n} of those selected stand where this cannot be done, and are left alone.",
            self._left_alone,
        )
        return words.format(n=number(self._left_alone))

    def _follow_choice(self) -> None:
        self._go.setEnabled(bool(self._articles) and not self._lacks_something())

    def _lacks_something(self) -> bool:
        if self._act.name == "bulk_category":
            return not self._category.value()
        if self._act.name != "bulk_withdraw":
            return False
        needs_words = self._reason.value() == WithdrawalReason.OTHER
        return not self._reason.value() or (needs_words and not self._public_words.text().strip())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(self.words)
        column.addWidget(self.aside)
        self.aside.setVisible(bool(self._left_alone))
        for field in self._fields():
            column.addWidget(field)
        column.addWidget(self.list, 1)
        self.list.setVisible(bool(self._articles))
        column.addWidget(self._progress)
        column.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addStretch()
        buttons.addWidget(self._go)
        buttons.addWidget(self._close)
        column.addLayout(buttons)

    def _fields(self) -> list[QWidget]:
        if self._act.name == "bulk_withdraw":
            hint = _("Optional, but needed with “Another reason”.")
            return [
                FormField(_("Why"), self._reason),
                FormField(_("Words for the public"), self._public_words, hint),
            ]
        if self._act.name == "bulk_category":
            return [FormField(_("Category"), self._category)]
        return []


def _reasons() -> dict[str, str]:
    # Each merged article has its own place to read on, so that is no matter for many at once.
    return {
        reason.value: _(words)
        for reason, words in WITHDRAWAL_WORDS.items()
        if reason is not WithdrawalReason.MERGED
    }


def _counted(say: Callable[[int], str], count: int) -> str:
    return say(count).format(n=number(count))
