"""What an export will do or did to a folder, what is in its way, and what somebody changed there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from editor_app.desk.export_progress import FolderCheck, WouldDestroy
from editor_app.desk.export_words import check_groups, check_sentence, conflict_group
from editor_app.desk.plan_words import FileGroup, files_sentence
from editor_app.desk.site_words import withdrawn_sentences
from editor_app.desk.values import ExportPlan
from editor_app.domain.errors import EditorAppError
from editor_app.domain.lost_link import LostLink
from editor_app.translation import _
from ui.publish.file_groups import FileGroups
from ui.publish.lost_links import LostLinks
from ui.theme.spacing import S
from ui.widgets.announce import announce
from ui.widgets.explained import explained
from ui.widgets.form_field import Problem
from ui.widgets.labels import WrappingLabel


class ExportFindings(QWidget):
    """Sentences, files by reason and links that are lost; `overwriting_chosen` comes as one allows that.

    `article_asked` carries the id of an article to be opened.
    """

    overwriting_chosen = Signal()
    article_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences = WrappingLabel()
        self._sentences.setObjectName("outcome")
        self._problem = Problem()
        self._overwrite = QCheckBox(_("Replace these files. What is replaced is kept."))
        self._overwrite.setObjectName("overwrite")
        self._overwrite.toggled.connect(self.overwriting_chosen)
        self.files = FileGroups()
        self._lost = LostLinks()
        self._lost.article_asked.connect(self.article_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for part in (self._sentences, self._problem, self._overwrite):
            column.addWidget(part)
        column.addWidget(self.files, 1)
        column.addWidget(self._lost)
        # Sentences alone stay at the top.
        column.addStretch()
        self.clear()

    @property
    def overwrites(self) -> bool:
        """Whether work of others may be replaced."""
        return self._overwrite.isChecked()

    def clear(self) -> None:
        """Show nothing."""
        self._sentences.hide()
        self._problem.show_sentence("")
        self._overwrite.setChecked(False)
        self._overwrite.hide()
        self.files.show_groups(())
        self._lost.show_links(())

    def say(self, sentences: Sequence[str]) -> None:
        """Show `sentences`, which are read aloud too."""
        text = "\n".join(sentences)
        self._sentences.setText(text)
        self._sentences.show()
        announce(self, text)

    def show_plan(self, plan: ExportPlan, groups: Sequence[FileGroup]) -> None:
        """Show what an export would do and why, and what of others is in its way."""
        self.clear()
        self.say([files_sentence(plan.changes), *withdrawn_sentences(plan.withdrawn)])
        self._lost.show_links(plan.lost)
        in_the_way = [conflict_group(plan.conflicts)] if plan.conflicts else []
        self.files.show_groups([*in_the_way, *groups], unfolded=bool(in_the_way))
        if in_the_way:
            self.show_trouble(WouldDestroy(plan.target, plan.conflicts))

    def show_trouble(self, error: EditorAppError) -> None:
        """Say what went wrong; where others' work is in the way, offer to replace it."""
        self._problem.show_sentence(explained(error))
        if isinstance(error, WouldDestroy):
            self._overwrite.setVisible(all(one.may_be_overwritten for one in error.conflicts))

    def show_check(self, check: FolderCheck) -> None:
        """Show whether a website is as it was written."""
        self.clear()
        self.say([check_sentence(check)])
        self.files.show_groups(check_groups(check), unfolded=True)

    def show_result(
        self, sentences: Sequence[str], groups: Sequence[FileGroup], lost: Sequence[LostLink]
    ) -> None:
        """Show what was done, to which files and why, and the links that lead nowhere."""
        self.clear()
        self.say(sentences)
        self.files.show_groups(groups)
        self._lost.show_links(lost)
