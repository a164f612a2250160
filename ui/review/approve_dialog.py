"""The approval: what is approved, by whom, and what has to be written where the rules are broken."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from textwrap import shorten

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from editor_app.desk.values import WorkingCopy
from editor_app.desk.version_values import SinceApproval
from editor_app.domain.comment import Comment
from editor_app.domain.policy import Approvers, Policy
from editor_app.domain.quotes import ArticleQuote
from editor_app.domain.swedish_time import begin_of_day
from editor_app.domain.workflow import SamePerson, require_second_person
from editor_app.translation import _, ngettext
from ui.review.change_line import Since, change_line
from ui.review.writers import alternatives, writers
from ui.theme.spacing import XS, L, M
from ui.widgets.date_words import clock_text, date_text
from ui.widgets.dialogs import closing_buttons, make_wide_enough_for_words
from ui.widgets.explained import explained
from ui.widgets.fitting_scroll import FittingScroll
from ui.widgets.form_field import FormField, named_line
from ui.widgets.growing_text import GrowingTextEdit
from ui.widgets.labels import QuietLabel, SectionHeading, WrappingLabel
from ui.widgets.plain_button import plain_button
from ui.widgets.primary_button import PrimaryButton

LONGEST_BEGINNING = 90


class ApproveDialog(QDialog):
    """Asks who approves `copy` under `policy`; `name` is suggested where it may.

    Where the rules ask for somebody else, it can be accepted all the same only in a second step, with
    a reason. `since` is what changed since the last approval, or why that is not known;
    `comparison_asked` carries the number of what was approved. `unseen` are the quotes that their
    speakers have not approved, `open_comments` those that nobody has dealt with.
    """

    comparison_asked = Signal(int)

    def __init__(
        self,
        copy: WorkingCopy,
        policy: Policy | None = None,
        since: Since = None,
        name: str = "",
        parent: QWidget | None = None,
        *,
        unseen: Sequence[ArticleQuote] = (),
        open_comments: Sequence[Comment] = (),
    ) -> None:
        super().__init__(parent)
        self._copy = copy
        self._unseen = unseen
        self._open_comments = open_comments
        self._policy = policy or Policy()
        self.setWindowTitle(_("Approve"))
        make_wide_enough_for_words(self)
        self._name = named_line("approver", name if self._may_approve(name) else "")
        self._field = FormField(_("Name of the person who approves"), self._name, hint=self._who())
        self._name.textEdited.connect(self._name_edited)
        self._force = QCheckBox(_("Approve all the same, against the rules"))
        self._force.setObjectName("force")
        self._force.toggled.connect(self._force_toggled)
        self._reason = GrowingTextEdit(fewest=2, most=6)
        self._reason.setObjectName("forced_reason")
        self._reason_field = FormField(
            _("Why nobody else can approve"), self._reason, _("Kept, counted and shown with the approval.")
        )
        self._accept = PrimaryButton(_("Approve"))
        self._accept.setObjectName("accept")
        self._force.hide()
        self._reason_field.hide()
        self._lay_out(since)

    def name(self) -> str:
        """Return the name that was typed, with single spaces."""
        return " ".join(self._name.text().split())

    def forced_reason(self) -> str:
        """Return why the rules are broken, empty where they are kept."""
        return " ".join(self._reason.text().split()) if self._force.isChecked() else ""

    def problem(self) -> str:
        """Return the sentence on what stands in the way, empty where nothing was tried."""
        return self._field.problem() or self._reason_field.problem()

    def accept(self) -> None:
        """Close with the name that was typed, unless it cannot be, which is said at the field."""
        if not self.name():
            self._refuse(self._field, _("Write the name of the person who approves."))
        elif self._may_approve(self.name()):
            super().accept()
        elif not self._force.isChecked():
            self._force.show()
            self._refuse(self._field, explained(SamePerson(self.name())))
            QTimer.singleShot(0, self, lambda: self._bring_into_sight(self._force))
        elif not self.forced_reason():
            self._refuse(self._reason_field, _("Write why nobody else can approve."))
        else:
            super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Where the screen is low, whoever types into the name has to see it.
        QTimer.singleShot(0, self, lambda: self._bring_into_sight(self._field))

    def _refuse(self, field: FormField, sentence: str) -> None:
        field.show_problem(sentence)
        field.control.setFocus()
        # What has just been said has its place only once the form is laid out anew.
        QTimer.singleShot(0, field, lambda: self._bring_into_sight(field))

    def _bring_into_sight(self, field: QWidget) -> None:
        """Take the room that the form wants now, as far as the screen has it, and scroll to `field`."""
        self.resize(self.size().expandedTo(self.sizeHint()))
        self._area.ensureWidgetVisible(field)

    def _may_approve(self, name: str) -> bool:
        if self._policy.approvers is Approvers.ONE_PERSON:
            return True
        try:
            require_second_person(name, *writers(self._copy))
        except SamePerson:
            return False
        return True

    def _name_edited(self) -> None:
        self._field.show_problem("")
        if self._may_approve(self.name()):
            self._force.setChecked(False)
            self._force.hide()

    def _force_toggled(self, forces: bool) -> None:
        self._field.show_problem("")
        self._reason_field.show_problem("")
        self._reason_field.setVisible(forces)
        self._accept.setText(_("Approve against the rules") if forces else _("Approve"))
        if forces:
            self._reason.setFocus()
            QTimer.singleShot(0, self, lambda: self._bring_into_sight(self._reason_field))

    def _who(self) -> str:
        if self._policy.approvers is Approvers.ONE_PERSON:
            return _("One person is enough here: it may be whoever wrote the text.")
        return _("Four eyes: not {names}.").format(names=alternatives(writers(self._copy)))

    def _facts(self) -> Iterator[str]:
        """Yield what there is to know of the text besides its words, a sentence each."""
        copy = self._copy
        yield _("Begun by {author}, last edited by {editor}, submitted by {submitter}.").format(
            author=copy.created_by, editor=copy.updated_by, submitter=copy.submitted_by
        )
        begins_at = max(filter(None, (copy.article.publish_at, copy.article.embargo_until)), default=None)
        if begins_at is not None:
            yield _("It appears on {date} at {time} at the earliest.").format(
                date=date_text(begins_at), time=clock_text(begins_at)
            )
        if copy.article.unpublish_at is not None:
            yield _taken_down_words(copy.article.unpublish_at)
        if self._unseen:
            yield unseen_words(self._unseen)
        if self._open_comments:
            yield comments_words(self._open_comments)
        yield (
            _("It is published by the same act and goes out with the next export.")
            if self._policy.publishes_on_approval
            else _("It is not published until somebody does so.")
        )

    def _lay_out(self, since: Since) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, XS, 0)
        column.setSpacing(M)
        column.addWidget(SectionHeading(self._copy.article.title or _("Without a title")))
        # One label: those of a layout inside another one get no more than a line each in a low window.
        column.addWidget(WrappingLabel("\n".join((*self._facts(), change_line(since)))))
        if isinstance(since, SinceApproval):
            compare = plain_button(_("Show what changed"), "compare", "arrows-diff")
            compare.clicked.connect(lambda: self.comparison_asked.emit(since.number))
            column.addWidget(compare, 0, Qt.AlignmentFlag.AlignLeading)
        binding = _(
            "The approval is for these words, as they stand now. "
            "If they are changed, they have to be approved again."
        )
        column.addWidget(WrappingLabel(binding))
        column.addWidget(self._field)
        column.addWidget(self._force)
        column.addWidget(self._reason_field)
        column.addWidget(QuietLabel(_("The name is kept with the approval. It is a note, not a signature.")))
        column.addStretch()
        self._area = FittingScroll(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(L, L, L, L)
        whole.setSpacing(M)
        whole.addWidget(self._area, 1)
        whole.addWidget(closing_buttons(self, self._accept))
        self._name.setFocus()
        self._name.selectAll()


def unseen_words(quotes: Sequence[ArticleQuote]) -> str:
    """Return how many quotes nobody has approved, and how the first of them begins."""
    words = ngettext(
        "{count} quote has not been approved by its speaker.",
        "{count} quotes have not been approved by their speakers.",
        len(quotes),
    ).format(count=len(quotes))
    return f"{words}\n{_beginning(quotes[0].text)}"


def comments_words(comments: Sequence[Comment]) -> str:
    """Return how many comments nobody has dealt with, and how the first of them begins."""
    words = ngettext(
        "{count} comment is still open.", "{count} comments are still open.", len(comments)
    ).format(count=len(comments))
    return f"{words}\n{_beginning(f'{comments[0].written_by}: {comments[0].words}')}"


def _taken_down_words(moment: datetime) -> str:
    if moment == begin_of_day(moment):
        return _("Taken down on {date}.").format(date=date_text(moment))
    return _("Taken down on {date} at {time}.").format(date=date_text(moment), time=clock_text(moment))


def _beginning(words: str) -> str:
    return f"– {shorten(words, LONGEST_BEGINNING, placeholder='…')}"
