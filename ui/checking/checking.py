"""The rules over the open article: checked while it is written, marked in the text."""

from PySide6.QtCore import QObject, Signal

from editor_app.checks.findings import Finding
from ui.checking.check_worker import Checked
from ui.checking.finding_marks import FindingMarks
from ui.checking.finding_places import FindingPlaces
from ui.checking.live_checks import LiveChecks
from ui.desk_worker import DeskWorker
from ui.editing import Editing
from ui.editor.session import ArticleSession
from ui.newsroom import Newsroom
from ui.workplace import Workplace


class Checking(QObject):
    """Keeps the marks up with what the rules find in the article as it stands in the window.

    `shown` comes when the marks are those of what `findings` holds, the worst first.
    """

    shown = Signal()

    def __init__(
        self,
        worker: DeskWorker,
        session: ArticleSession,
        editing: Editing,
        place: Workplace,
        newsroom: Newsroom,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        editor = place.editor
        self.findings: tuple[Finding, ...] = ()
        self._live = LiveChecks(worker, editing.article, self)
        self.places = FindingPlaces(editor.title, editor.lead, editor.body)
        self.marks = FindingMarks(self.places, _tooltip, self)
        self._live.found.connect(self._show)
        editor.edited.connect(self._live.note_edit)
        place.details.edited.connect(self._live.note_edit)
        session.opened.connect(self._begin_article)
        for changed in (session.saved, session.overtaken, session.state_changed, newsroom.cards_changed):
            changed.connect(self._live.forget)

    def close(self) -> None:
        """Check nothing any more."""
        self._live.close()

    def _begin_article(self) -> None:
        self.marks.show(())
        self._live.check_soon()

    def _show(self, checked: Checked) -> None:
        self.findings = checked.findings
        self.marks.show(self.places.of(checked.article, checked.findings))
        self.shown.emit()


def _tooltip(finding: Finding) -> str:
    # Nothing is found before the rules are loaded.
    from editor_app.checks.rule_book import message

    return message(finding)
