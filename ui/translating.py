"""Beginning a translation of the open article."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor_app.desk.values import WorkingCopy
from editor_app.translation import _
from ui.desk_worker import DeskWorker
from ui.details.combos import TableCombo
from ui.details.languages import OWN_NAMES
from ui.editing import Editing
from ui.editor.session import ArticleSession
from ui.widgets.dialogs import show_dialog
from ui.widgets.question_dialog import QuestionDialog


class TranslationDialog(QuestionDialog):
    """Asks for the language of a translation, one of `languages` by their tags."""

    def __init__(self, title: str, languages: Mapping[str, str], parent: QWidget | None = None) -> None:
        language = TableCombo(languages)
        language.setObjectName("translation_language")
        words = _(
            "You get a draft with the words of “{title}”, to be written over in the other language. Once"
            " both are published, their pages lead to each other."
        )
        super().__init__(
            _("New translation"),
            words.format(title=title),
            _("Language"),
            language,
            button=_("Begin the translation"),
            parent=parent,
        )
        self._language = language

    def language(self) -> str:
        """Return the tag of the chosen language."""
        return self._language.value()


class Translating(QObject):
    """Asks for a language, lets the desk make the draft in the name of `name`, and goes on with it."""

    def __init__(
        self,
        worker: DeskWorker,
        session: ArticleSession,
        editing: Editing,
        name: Callable[[], str],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._worker = worker
        self._session = session
        self._editing = editing
        self._name = name
        self._window = window

    def begin(self) -> None:
        """Ask which language the open article is to be translated to."""
        article = self._editing.article()
        if article is None:
            return
        others = {tag: name for tag, name in OWN_NAMES.items() if tag != article.language}
        dialog = TranslationDialog(article.title or _("Untitled"), others, self._window)
        dialog.accepted.connect(lambda: self._make(article.id, dialog.language()))
        show_dialog(dialog)

    def _make(self, article_id: str, language: str) -> None:
        by = self._name()

        def make() -> None:
            self._worker.run(
                lambda desk: desk.begin_language_version(article_id, language, by=by),
                self._go_on,
                self._editing.say,
            )

        # What was typed a moment ago is to be translated too.
        self._session.flush(make)

    def _go_on(self, draft: WorkingCopy) -> None:
        self._editing.begin(draft)
