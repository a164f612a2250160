"""One notice: how urgent it is, what it says, where it leads, and when it is there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor_app.desk.site_problem_words import problem_sentence
from editor_app.domain.addresses import href_from_typing
from editor_app.domain.site_problems import notice_problems
from editor_app.domain.site_settings import Notice, NoticeLevel
from editor_app.domain.words import NOTICE_WORDS
from editor_app.translation import _
from ui.details.combos import TableCombo
from ui.details.moment_field import MomentField
from ui.theme.spacing import M
from ui.widgets.form_field import FormField, named_line
from ui.widgets.growing_text import GrowingTextEdit


class NoticeForm(QWidget):
    """Fields for a notice; `changed` comes when somebody has written or chosen something."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self.level = TableCombo({level.value: _(NOTICE_WORDS[level]) for level in NoticeLevel})
        self.level.setObjectName("notice_level")
        self.text = GrowingTextEdit(fewest=3)
        self.text.setObjectName("notice_text")
        self.english = GrowingTextEdit(fewest=2)
        self.english.setObjectName("notice_english")
        self.href = named_line("notice_href")
        self.link_text = named_line("notice_link_text")
        self.begins_at = MomentField(_("Shown from"))
        self.ends_at = MomentField(_("Shown until"))
        self.setFocusProxy(self.text)
        self._lay_out()
        for text in (self.text, self.english):
            text.textChanged.connect(self._tell)
        for line in (self.href, self.link_text):
            line.textEdited.connect(self._tell)
        self.level.currentIndexChanged.connect(self._tell)
        for moment in (self.begins_at, self.ends_at):
            moment.changed.connect(self._tell)

    def notice(self) -> Notice:
        """Return the notice as it is filled in; what was typed as an address gets its https."""
        typed = self.href.text().strip()
        return Notice(
            level=NoticeLevel(self.level.value()),
            text=self.text.text(),
            english=self.english.text(),
            href=(href_from_typing(typed) or typed) if typed else "",
            link_text=self.link_text.text(),
            begins_at=self.begins_at.moment(),
            ends_at=self.ends_at.moment(),
        )

    def show_notice(self, notice: Notice) -> None:
        """Show `notice`, without telling anybody, and nothing that is wrong with it."""
        self._showing = True
        self.level.show_value(notice.level.value)
        self.text.show_text(notice.text)
        self.english.show_text(notice.english)
        self.href.setText(notice.href)
        self.link_text.setText(notice.link_text)
        self.begins_at.show_moment(notice.begins_at)
        self.ends_at.show_moment(notice.ends_at)
        self._showing = False
        for field in self._fields.values():
            field.show_problem("")

    def show_problems(self) -> QWidget | None:
        """Say at the fields what is wrong; return the first field where something is."""
        problems = {one.setting.rpartition(".")[2]: one for one in notice_problems(self.notice(), "")}
        for name, field in self._fields.items():
            field.show_problem(problem_sentence(problems[name]) if name in problems else "")
        return next((field.control for name, field in self._fields.items() if name in problems), None)

    def _tell(self) -> None:
        if not self._showing:
            self.changed.emit()

    def _lay_out(self) -> None:
        where = _("Such as https://www.example.se/, or empty")
        in_english = _("On pages in English, in place of the Swedish text. May be empty.")
        self._fields = {
            "level": FormField(_("How urgent"), self.level),
            "text": FormField(_("Text"), self.text),
            "english": FormField(_("In English"), self.english, in_english),
            "href": FormField(_("Link to"), self.href, where),
            "link_text": FormField(_("Words of the link"), self.link_text),
            "begins_at": FormField(_("Shown from"), self.begins_at, _("Without a time: at once.")),
            "ends_at": FormField(
                _("Shown until"), self.ends_at, _("Without a time: until somebody takes it away.")
            ),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        for field in self._fields.values():
            column.addWidget(field)
