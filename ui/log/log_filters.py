"""Which entries of the log are to be seen: by whom, what, when, and of one article."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from editor_app.domain.folding import sort_key
from editor_app.domain.log_filter import LogFilter
from editor_app.domain.words import ACT_WORDS
from editor_app.translation import _
from ui.pickers.day_field import DayField
from ui.theme.spacing import M
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.wheel import WheelGuard

LONGEST_TITLE = 40


class LogFilters(QWidget):
    """Says with `wanted` what was chosen; `changed` comes with each choice.

    `article` is the id and the title of the article that can be looked at alone, empty where none can.
    """

    changed = Signal()

    def __init__(self, article: tuple[str, str] = ("", ""), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article_id, title = article
        self.person = _choice("person", _("Person"), _("All persons"))
        self.act = _choice("act", _("Act"), _("All acts"))
        for act, words in sorted(ACT_WORDS.items(), key=lambda item: sort_key(_(item[1]))):
            self.act.addItem(_(words), str(act))
        self.first = DayField(_("From"))
        self.first.setObjectName("first")
        self.last = DayField(_("To"))
        self.last.setObjectName("last")
        shown = title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE]}…"
        self.only_article = QCheckBox(_("Only “{title}”").format(title=shown or _("Untitled")))
        self.only_article.setObjectName("only_article")
        self.only_article.setVisible(bool(self._article_id))
        row = FlowLayout(self)
        row.setSpacing(M)
        for part in (self.person, self.act, self.first, self.last, self.only_article):
            row.addWidget(part)
        for choice in (self.person, self.act):
            choice.activated.connect(self.changed)
        for day in (self.first, self.last):
            day.changed.connect(self.changed)
        self.only_article.toggled.connect(self.changed)

    def wanted(self) -> LogFilter:
        """Return what was chosen."""
        return LogFilter(
            person=self.person.currentData() or "",
            act=self.act.currentData() or "",
            article_id=self._article_id if self.only_article.isChecked() else "",
            first=self.first.day(),
            last=self.last.day(),
        )

    def offer_persons(self, names: Sequence[str]) -> None:
        """Let one of these persons be chosen."""
        for name in names:
            self.person.addItem(name, name)


def _choice(name: str, spoken: str, everything: str) -> QComboBox:
    choice = QComboBox()
    choice.setObjectName(name)
    choice.setAccessibleName(spoken)
    choice.addItem(everything, "")
    WheelGuard(choice)
    return choice
