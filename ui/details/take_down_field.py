"""When a page is taken down: at a time, by the rule for its kind, or not at all."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor_app.desk.clock import utc_now
from editor_app.domain.article import Article, Kind
from editor_app.domain.schedule import take_down_at
from editor_app.domain.swedish_time import months_after
from editor_app.translation import _, ngettext
from ui.details.moment_field import MomentField
from ui.theme.icons import icon
from ui.theme.spacing import S
from ui.widgets.date_words import date_text
from ui.widgets.labels import QuietLabel

# Where the rules name no other time.
USUAL_MONTHS = 6


class TakeDownField(QWidget):
    """A moment, the check box that means never, and what happens where neither is chosen.

    `changed` comes when somebody changed either.
    """

    changed = Signal()

    def __init__(
        self, moment: MomentField, clock: Callable[[], datetime] = utc_now, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._months: Mapping[Kind, int] = {}
        self._kept_for = USUAL_MONTHS
        self.moment = moment
        self.stays = QCheckBox(_("Do not take down"))
        self.extend_button = QPushButton(icon("calendar"), "")
        self.extend_button.setAutoDefault(False)
        self.hint = QuietLabel()
        self._lay_out()
        self.setFocusProxy(moment)
        moment.changed.connect(self.changed)
        self.stays.clicked.connect(self._stays_changed)
        self.extend_button.clicked.connect(self._extend)

    def set_rules(self, months: Mapping[Kind, int]) -> None:
        """Take it that pages are taken down after so many months, by kind."""
        self._months = months

    def show_article(self, article: Article) -> None:
        """Show what `article` says, without telling anybody."""
        self.moment.show_moment(article.unpublish_at)
        self.stays.setChecked(article.stays_online)
        self.follow(article)

    def follow(self, article: Article) -> None:
        """Say what comes of it: `article` is what the form shows."""
        self._kept_for = self._months.get(article.kind, 0) or USUAL_MONTHS
        has_time = article.unpublish_at is not None
        self.moment.setVisible(has_time or not article.stays_online)
        self.stays.setVisible(article.stays_online or not has_time)
        self.extend_button.setVisible(has_time)
        self.extend_button.setText(
            ngettext("Extend {count} month", "Extend {count} months", self._kept_for).format(
                count=self._kept_for
            )
        )
        self._say(self._what_happens(article))

    def _what_happens(self, article: Article) -> str:
        if article.unpublish_at is not None or article.stays_online:
            return ""
        ends = take_down_at(article, self._months, self._clock())
        if ends is None:
            return _("The page stays until somebody takes it down.")
        return _("Taken down on {date} unless you say otherwise.").format(date=date_text(ends))

    def _say(self, words: str) -> None:
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def _stays_changed(self) -> None:
        self.moment.show_moment(None)
        self.changed.emit()

    def _extend(self) -> None:
        moment = self.moment.moment()
        if moment is None:
            return
        self.moment.show_moment(months_after(max(moment, self._clock()), self._kept_for))
        self.changed.emit()
        self._say(_("The page keeps the time that was approved until the new one is approved."))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.extend_button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.moment)
        column.addWidget(self.hint)
        column.addWidget(self.stays)
        column.addLayout(row)
