"""Taking a published article down: why, what the public is told, and what stands in its place."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QFrame, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from editor_app.desk.errors import Lacking, WithdrawalIncomplete
from editor_app.desk.values import WorkingCopy
from editor_app.domain.errors import EditorAppError
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.domain.words import WITHDRAWAL_WORDS
from editor_app.translation import _
from ui.archive_browser.finding import ArticleSource
from ui.pickers.article_field import ArticleField
from ui.theme.spacing import XS, L, M
from ui.widgets.dialogs import closing_buttons, make_wide_enough_for_words
from ui.widgets.explained import explained
from ui.widgets.form_field import FormField
from ui.widgets.growing_text import GrowingTextEdit
from ui.widgets.labels import QuietLabel, SectionHeading, WrappingLabel
from ui.widgets.primary_button import PrimaryButton


@dataclass(frozen=True)
class AskedWithdrawal:
    """What somebody asks for; the words and the replacement may be empty."""

    reason: WithdrawalReason
    words: str = ""
    replacement_id: str = ""


class WithdrawDialog(QDialog):
    """Asks why `copy` is taken down; `articles` is where the one in its place is looked for."""

    def __init__(self, copy: WorkingCopy, articles: ArticleSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Withdraw"))
        make_wide_enough_for_words(self)
        self._reasons = QButtonGroup(self)
        self._buttons = {reason: QRadioButton(_(words)) for reason, words in WITHDRAWAL_WORDS.items()}
        for reason, button in self._buttons.items():
            button.setObjectName(reason.value)
            self._reasons.addButton(button)
        self._words = GrowingTextEdit(fewest=2)
        self._words.setObjectName("public_words")
        self._instead = ArticleField(_("Find an article"), articles, self._fail, copy.article.id)
        self._instead.setObjectName("replacement")
        self._reason_field = FormField(_("Why"), self._reason_group())
        self._words_field = FormField(
            _("Words for the public"), self._words, _("Optional, but needed with “Another reason”.")
        )
        self._instead_field = FormField(
            _("To be read instead"), self._instead, _("Optional, but needed for a merged article.")
        )
        self._fields = (self._reason_field, self._words_field, self._instead_field)
        for changed in (self._reasons.buttonToggled, self._words.textChanged, self._instead.textChanged):
            changed.connect(self._clear_problems)
        self._lay_out(copy)

    def asked(self) -> AskedWithdrawal:
        """Return what was asked for, once the dialog was accepted."""
        return AskedWithdrawal(self._reason() or WithdrawalReason.OTHER, self._told(), self._instead.chosen())

    def problems(self) -> tuple[str, ...]:
        """Return the sentences on what is missing."""
        return tuple(field.problem() for field in self._fields if field.problem())

    def accept(self) -> None:
        """Close with what was chosen, unless the reason asks for more, which is said at the field."""
        self._clear_problems()
        lacking = self._lacking()
        if lacking is None:
            super().accept()
            return
        field, sentence = lacking
        field.show_problem(sentence)
        field.control.setFocus()
        self._area.ensureWidgetVisible(field)

    def _reason(self) -> WithdrawalReason | None:
        return next((reason for reason, button in self._buttons.items() if button.isChecked()), None)

    def _told(self) -> str:
        return self._words.text().strip()

    def _lacking(self) -> tuple[FormField, str] | None:
        reason = self._reason()
        if reason is None:
            return self._reason_field, _("Choose why the article is withdrawn.")
        if reason is WithdrawalReason.OTHER and not self._told():
            return self._words_field, explained(WithdrawalIncomplete(Lacking.WORDS))
        if reason is WithdrawalReason.MERGED and not self._instead.chosen():
            return self._instead_field, explained(WithdrawalIncomplete(Lacking.REPLACEMENT))
        if self._instead.text().strip() and not self._instead.chosen():
            return self._instead_field, _("Choose an article from the list, or leave this empty.")
        return None

    def _clear_problems(self) -> None:
        for field in self._fields:
            field.show_problem("")

    def _fail(self, error: EditorAppError) -> None:
        self._instead_field.show_problem(explained(error))

    def _reason_group(self) -> QWidget:
        group = QWidget()
        group.setFocusProxy(self._buttons[WithdrawalReason.WRONG])
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        for button in self._buttons.values():
            column.addWidget(button)
        return group

    def _lay_out(self, copy: WorkingCopy) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(SectionHeading(copy.article.title or _("Without a title")))
        for field in self._fields:
            column.addWidget(field)
        column.addWidget(
            WrappingLabel(
                _(
                    "With the next export, the page tells readers that it was withdrawn, when and why, "
                    "and what to read instead. The text stays here and can be published again."
                )
            )
        )
        column.addWidget(QuietLabel(_("Your name, the time and the reason are kept.")))
        column.addStretch()
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        accept = PrimaryButton(_("Withdraw"))
        accept.setObjectName("accept")
        buttons = closing_buttons(self, accept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(L, L, L, L)
        whole.setSpacing(L)
        whole.addWidget(area, 1)
        whole.addWidget(buttons)
        # All of it where the screen has room, also for large text; else it scrolls.
        height = inside.sizeHint().height() + buttons.sizeHint().height() + 3 * L
        self.resize(QSize(self.minimumWidth(), height).boundedTo(self.screen().availableSize()))
        self._reason_field.control.setFocus()
