"""The rules of approval: who may, what follows, and how often they were broken."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QListWidget, QListWidgetItem, QRadioButton, QVBoxLayout, QWidget

from editor_app.desk.values import ForcedApproval
from editor_app.domain.policy import Approvers, Policy
from editor_app.translation import _, ngettext
from ui.theme.spacing import XS, L, M
from ui.widgets.alive import while_alive
from ui.widgets.date_words import date_text
from ui.widgets.labels import QuietLabel, SectionHeading

LINES = 5
FetchForced = Callable[[Callable[[Sequence[ForcedApproval]], Any]], Any]


class ApprovalPage(QWidget):
    """Shows `policy` to be changed, and what `fetch_forced` answers; `article_asked` carries an id."""

    article_asked = Signal(str)

    def __init__(self, policy: Policy, fetch_forced: FetchForced, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._policy = policy
        self._approvers = _Choice(
            policy.approvers,
            {
                Approvers.FOUR_EYES: (
                    _("Four eyes"),
                    _("Whoever began, last edited or submitted a text cannot approve it."),
                ),
                Approvers.ONE_PERSON: (
                    _("One person"),
                    _("Anybody can approve, also what they wrote themselves."),
                ),
            },
        )
        self._publishing = _Choice(
            str(policy.publishes_on_approval),
            {
                str(True): (
                    _("Publish with the approval"),
                    _("What is approved goes out with the next export."),
                ),
                str(False): (
                    _("Publish separately"),
                    _("What is approved waits until somebody publishes it."),
                ),
            },
        )
        self._count = SectionHeading("")
        self._count.setObjectName("forced_count")
        self._list = QListWidget()
        self._list.setObjectName("forced_approvals")
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedHeight(LINES * self._list.fontMetrics().lineSpacing())
        self._list.itemActivated.connect(
            lambda item: self.article_asked.emit(item.data(Qt.ItemDataRole.UserRole))
        )
        self._lay_out()
        self._show_forced(())
        fetch_forced(while_alive(self, self._show_forced))

    def policy(self) -> Policy:
        """Return the rules as they were chosen."""
        return replace(
            self._policy,
            approvers=Approvers(self._approvers.chosen()),
            publishes_on_approval=self._publishing.chosen() == str(True),
        )

    def _show_forced(self, forced: Sequence[ForcedApproval]) -> None:
        count = len(forced)
        words = ngettext("{count} forced approval this year", "{count} forced approvals this year", count)
        self._count.setText(words.format(count=count) if count else _("No forced approval this year"))
        self._list.setAccessibleName(self._count.text())
        self._list.clear()
        for one in forced:
            line = " · ".join((date_text(one.approved_at), one.approved_by, one.title, one.reason))
            item = QListWidgetItem(line, self._list)
            item.setToolTip(line)
            item.setData(Qt.ItemDataRole.UserRole, one.article_id)
        self._list.setVisible(bool(forced))
        self._hint.setVisible(bool(forced))

    def _lay_out(self) -> None:
        self._hint = QuietLabel(_("Enter or a double click opens the article."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(QuietLabel(_("Kept in the archive for all who use it. Changes are in the log.")))
        for heading, choice in (
            (_("How many it takes"), self._approvers),
            (_("When it is published"), self._publishing),
        ):
            column.addWidget(SectionHeading(heading))
            choice.setAccessibleName(heading)
            column.addWidget(choice)
        column.addSpacing(XS)
        column.addWidget(self._count)
        column.addWidget(self._list)
        column.addWidget(self._hint)


class _Choice(QWidget):
    """One of a few values, each with its name and a sentence that explains it."""

    def __init__(self, chosen: str, options: dict[str, tuple[str, str]]) -> None:
        super().__init__()
        self._buttons: dict[str, QRadioButton] = {}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        for value, (name, sentence) in options.items():
            button = QRadioButton(name)
            button.setObjectName(value)
            button.setAccessibleDescription(sentence)
            button.setChecked(value == chosen)
            group.addButton(button)
            self._buttons[value] = button
            explanation = QuietLabel(sentence)
            explanation.setContentsMargins(L + XS, 0, 0, XS)
            column.addWidget(button)
            column.addWidget(explanation)

    def chosen(self) -> str:
        return next(value for value, button in self._buttons.items() if button.isChecked())
