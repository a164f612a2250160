"""Above the article: where it stands, whether it is saved, the one next step and all others."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from editor_app.desk.clock import utc_now
from editor_app.desk.values import WorkingCopy
from editor_app.domain.comment import Comment
from editor_app.domain.policy import Policy
from editor_app.domain.workflow import State
from editor_app.translation import _
from ui.review.standing import Standing, Step, standing_of, step_name
from ui.theme.spacing import XS, M, S
from ui.widgets.announce import announce
from ui.widgets.date_words import short_date
from ui.widgets.labels import QuietLabel, SectionHeading, WrappingLabel
from ui.widgets.plain_button import plain_button
from ui.widgets.primary_button import PrimaryButton
from ui.widgets.tone import INSET, Tone, ToneFrame, ToneIcon

STEP_ICONS: Mapping[Step, str] = {
    Step.SUBMIT: "send",
    Step.APPROVE: "check",
    Step.PUBLISH: "world-upload",
    Step.EXPORT: "world-upload",
}


class SaveStatus(QWidget):
    """One short sentence on whether what was typed is kept; a failure stands out and is read aloud."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("save_status")
        self._icon = ToneIcon(Tone.ERROR)
        self._quiet = QuietLabel()
        self._quiet.setWordWrap(False)
        self._loud = WrappingLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(XS)
        row.addWidget(self._icon)
        row.addWidget(self._quiet)
        row.addWidget(self._loud, 1)
        self.say("")

    def text(self) -> str:
        """Return the sentence."""
        return self._loud.text() or self._quiet.text()

    def say(self, sentence: str, *, failed: bool = False) -> None:
        """Show `sentence`; one on a failure stays in sight until the next one comes."""
        self._quiet.setText("" if failed else sentence)
        self._loud.setText(sentence if failed else "")
        self._quiet.setVisible(not failed)
        self._loud.setVisible(failed)
        self._icon.setVisible(failed)
        self.setAccessibleName(sentence)
        if failed:
            announce(self, sentence, urgent=True)


class WorkflowBar(ToneFrame):
    """Says where the article stands and offers its next step; empty while nothing is open.

    `step_asked` carries that Step, `comment_asked` the id of the comment with which it was sent back.
    """

    step_asked = Signal(object)
    comment_asked = Signal(str)

    def __init__(self, clock: Callable[[], datetime] = utc_now, parent: QWidget | None = None) -> None:
        super().__init__(Tone.NEUTRAL, parent)
        self._clock = clock
        self._copy: WorkingCopy | None = None
        self._returned: Comment | None = None
        self._approvers = Policy().approvers
        self._standing: Standing | None = None
        self._icon = ToneIcon(Tone.NEUTRAL)
        self._words = SectionHeading("")
        self._words.setObjectName("standing")
        self._aside = QuietLabel()
        self._aside.setObjectName("aside")
        self.save_status = SaveStatus()
        self.comment_button = plain_button(_("Read the comment"), "read_comment", "message")
        self.comment_button.clicked.connect(self._ask_for_comment)
        self.more_button = QPushButton(_("More"))
        self.more_button.setObjectName("more_steps")
        self.more_button.setToolTip(_("What else can be done with the article"))
        self.more_button.setAccessibleName(_("What else can be done with the article"))
        self.more_button.setAutoDefault(False)
        self._more = QMenu(self.more_button)
        self._more.setToolTipsVisible(True)
        self.more_button.setMenu(self._more)
        self.step_button = PrimaryButton()
        self.step_button.setObjectName("next_step")
        self._lay_out()
        self.step_button.clicked.connect(self._ask_for_step)
        self.show_copy(None)

    def offer(self, actions: Iterable[QAction]) -> None:
        """Let the menu beside the next step hold `actions`, which know themselves what is possible."""
        self._more.clear()
        self._more.addActions(list(actions))

    def make_read_only(self, reason: str) -> None:
        """Let the next step be read alone, and say why."""
        self.step_button.setEnabled(False)
        self.step_button.setToolTip(reason)

    def standing(self) -> str:
        """Return the words on where the article stands."""
        return self._words.text()

    def aside(self) -> str:
        """Return where the website stands."""
        return self._aside.text()

    def show_copy(self, copy: WorkingCopy | None) -> None:
        """Show where `copy` stands, or that nothing is open."""
        self._copy = copy
        self._tell()

    def show_returned(self, comment: Comment | None) -> None:
        """Show of a draft that it was sent back with `comment`, which is open; with None that it was not."""
        self._returned = comment
        self._tell()

    def set_rules(self, policy: Policy) -> None:
        """Say who may approve by `policy`."""
        self._approvers = policy.approvers
        self._tell()

    def _tell(self) -> None:
        copy, returned = self._copy, self._returned
        if returned is not None and (copy is None or returned.article_id != copy.article.id):
            returned = None
        self._standing = standing_of(copy, self._clock(), self._approvers, returned) if copy else None
        is_sent_back = copy is not None and copy.state is State.DRAFT and returned is not None
        self.comment_button.setVisible(is_sent_back)
        self.more_button.setVisible(copy is not None)
        self.step_button.setVisible(copy is not None)
        if copy is None or self._standing is None:
            self.set_tone(Tone.NEUTRAL)
            self._icon.set_icon("file-text")
            self._say(_("No article is open"), "")
            self.save_status.say("")
            return
        self.set_tone(self._standing.tone)
        self._icon.set_icon(self._standing.icon)
        self._say(self._standing.words, self._standing.aside)
        self.step_button.setText(step_name(copy, self._standing.step))
        self.step_button.show_icon(STEP_ICONS[self._standing.step])

    def show_saving(self) -> None:
        """Say that the words are being saved."""
        self.save_status.say(_("Saving…"))

    def show_saved(self, at: datetime) -> None:
        """Say that what was typed is kept since `at`, an aware time."""
        self.save_status.say(_("Saved {time}").format(time=short_date(at, self._clock())))

    def show_not_saved(self, reason: str) -> None:
        """Say, aloud, that what was typed is not kept, and why: a sentence."""
        self.save_status.say(_("Not saved: {reason}").format(reason=reason), failed=True)

    def _say(self, words: str, aside: str) -> None:
        if words != self._words.text() and self.isVisible():
            announce(self, words)
        self._words.setText(words)
        self._aside.setText(aside)
        self._aside.setVisible(bool(aside))
        self.setAccessibleName(words)
        self.setAccessibleDescription(aside)

    def _ask_for_comment(self) -> None:
        if self._returned is not None:
            self.comment_asked.emit(self._returned.id)

    def _ask_for_step(self) -> None:
        if self._standing is not None:
            self.step_asked.emit(self._standing.step)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._words)
        words.addWidget(self._aside)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET + S, S, M, S)
        row.setSpacing(S)
        row.addWidget(self._icon)
        row.addLayout(words, 3)
        row.addWidget(self.save_status)
        row.addSpacing(XS)
        row.addWidget(self.comment_button)
        row.addWidget(self.more_button)
        row.addWidget(self.step_button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
