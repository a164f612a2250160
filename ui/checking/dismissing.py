"""A finding dismissed with a reason, and brought back where that was a mistake."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from editor_app.checks.findings import Finding
from editor_app.domain.article import Article
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.desk_worker import DeskWorker
from ui.widgets.dialogs import show_dialog
from ui.widgets.explained import explained
from ui.widgets.labels import SectionHeading
from ui.widgets.message_bar import MessageAction
from ui.widgets.tone import Tone
from ui.widgets.words_dialog import WordsDialog
from ui.workplace import Workplace

if TYPE_CHECKING:
    from editor_app.domain.dismissals import Dismissal


class Dismissing(QObject):
    """Asks for the reason in the name of `name`; `changed` comes when other findings are dismissed."""

    changed = Signal()

    def __init__(
        self, worker: DeskWorker, place: Workplace, name: Callable[[], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._place = place
        self._name = name

    def ask(self, article: Article, finding: Finding, words: str) -> None:
        """Ask why `finding` on `article` is dismissed; `words` say what it is."""
        dialog = WordsDialog(
            _("Dismiss the finding"),
            _("Why it is right as it stands"),
            _("Write a reason."),
            hint=_("The reason is kept with the article. The finding comes back if its sentence is changed."),
            parent=self._place,
        )
        dialog.lay_out(SectionHeading(words), button=_("Dismiss"))
        dialog.accepted.connect(lambda: self._dismiss(article, finding, words, dialog.words()))
        show_dialog(dialog)

    def _dismiss(self, article: Article, finding: Finding, words: str, reason: str) -> None:
        name = self._name()

        def done(dismissal: "Dismissal") -> None:
            back = MessageAction(_("Bring it back"), lambda: self.bring_back(dismissal))
            self._place.messages.say(Tone.INFO, _("Dismissed: {finding}").format(finding=words), (back,))
            self.changed.emit()

        self._worker.run(
            lambda desk: desk.dismiss_finding(article, finding, reason=reason, by=name), done, self._say
        )

    def bring_back(self, dismissal: "Dismissal") -> None:
        """Let the rule say again what `dismissal` let be."""
        name = self._name()

        def done(_left: Any) -> None:
            self.changed.emit()

        self._worker.run(lambda desk: desk.bring_back_finding(dismissal, by=name), done, self._say)

    def _say(self, error: EditorAppError) -> None:
        self._place.messages.say(Tone.ERROR, explained(error))
