"""The open article: what is typed goes to the session and to the phone, what happened comes back."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from editor_app.checks.readiness import NotReady
from editor_app.desk.errors import EditConflict
from editor_app.desk.incoming_values import TakenIn
from editor_app.desk.values import WorkingCopy
from editor_app.domain.article import Article
from editor_app.domain.article_query import Term
from editor_app.domain.errors import EditorAppError
from editor_app.domain.query_parser import entered_terms
from editor_app.domain.workflow import State
from editor_app.translation import _
from ui.editor.kept_place import kept_place
from ui.editor.session import ArticleSession
from ui.newsroom import Newsroom
from ui.widgets.date_words import clock_text
from ui.widgets.explained import explained
from ui.widgets.message_bar import MessageAction
from ui.widgets.tone import Tone
from ui.workplace import Workplace


class Editing(QObject):
    """Keeps the parts that show the open article of one mind.

    `comparison_asked` carries a conflict and the text in the window, `not_ready` the error that says
    what stands in the way of an approval.
    """

    comparison_asked = Signal(object, object)
    not_ready = Signal(object)

    def __init__(
        self,
        session: ArticleSession,
        place: Workplace,
        newsroom: Newsroom,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._place = place
        self._newsroom = newsroom
        self._notes: Sequence[str] = ()
        # The article that was chosen from what was found, and the words that it was found by.
        self._looked_for: tuple[str, tuple[Term, ...]] = ("", ())
        self._listen_to_session()
        self._listen_to_place()
        self._listen_to_newsroom()

    def article(self) -> Article | None:
        """Return the open article as it stands in the window at this moment."""
        current = self._session.current
        return None if current is None else self._read(current.article)

    def open(self, article_id: str) -> None:
        """Open another article; the one before is saved first."""
        self._session.open(article_id)

    def _open_found(self, article_id: str) -> None:
        self._looked_for = (article_id, entered_terms(self._newsroom.finding.query))
        self.open(article_id)

    def open_with_note(self, article_id: str, note: str) -> None:
        """Open an article, and say what there is new about it."""
        self._notes = (note,)
        self.open(article_id)

    def begin(self, copy: WorkingCopy) -> None:
        """Go on with a new article, with the cursor in its title."""
        self._session.adopt(copy)
        self._newsroom.refresh_list()
        self._place.editor.setFocus()

    def take_over(self, taken: TakenIn) -> None:
        """Go on with a copied page that became a draft, and say what to look at in it."""
        self._notes = taken.notes
        # Its category and contacts may be new, and are to be known when the form shows them.
        self._newsroom.refresh_before(lambda: self._session.adopt(taken.working_copy))

    def save_before(self, then: Callable[[], Any]) -> None:
        """Save what is open, and call `then` whether that could be done or not."""
        self._session.flush(then, then)

    def say(self, error: EditorAppError) -> None:
        """Tell what stood in the way."""
        self._place.messages.say(Tone.ERROR, explained(error))

    def _read(self, article: Article) -> Article:
        return self._place.details.apply_to(self._place.editor.apply_to(article))

    def _listen_to_session(self) -> None:
        self._session.opened.connect(self._opened)
        self._session.saving.connect(self._place.bar.show_saving)
        self._session.saved.connect(self._saved)
        self._session.state_changed.connect(self._state_changed)
        self._session.overtaken.connect(self._overtaken)
        self._session.conflicted.connect(self._conflicted)
        self._session.save_failed.connect(self._not_saved)
        self._session.refused.connect(self._refused)

    def _listen_to_place(self) -> None:
        place = self._place
        place.list.chosen.connect(self._open_found)
        place.editor.edited.connect(self._edited)
        place.editor.links.article_asked.connect(self.open)
        place.editor.notice.connect(place.messages.note)
        place.details.edited.connect(self._edited)
        place.details.language.activated.connect(self._language_chosen)
        place.details.category_added.connect(lambda _category: self._newsroom.refresh_cards())
        place.details.contact_saved.connect(self._contact_saved)

    def _listen_to_newsroom(self) -> None:
        self._newsroom.choices_changed.connect(self._place.details.set_choices)
        self._newsroom.articles_changed.connect(self._place.details.related.look_again)
        self._newsroom.articles_changed.connect(self._place.details.original.look_again)
        self._newsroom.cards_changed.connect(self._session.look_again)
        self._newsroom.policy_changed.connect(self._place.details.set_rules)
        self._newsroom.policy_changed.connect(self._place.bar.set_rules)
        self._newsroom.page_context.renderer_changed.connect(self._place.preview.set_renderer)
        self._newsroom.failed.connect(self.say)
        self._place.preview.renderer_asked.connect(self._newsroom.page_context.provide)
        self._place.preview.follow(self.article)

    def _contact_saved(self) -> None:
        self._newsroom.refresh_cards()
        self._session.look_again()

    def _edited(self) -> None:
        self._session.note_edit(self._read)
        self._place.preview.note_edit()

    def _language_chosen(self) -> None:
        self._place.editor.set_language(self._place.details.language.value())

    def _opened(self, copy: WorkingCopy) -> None:
        place = self._place
        place.editor.show_article(copy.article)
        chosen, terms = self._looked_for
        if chosen == copy.article.id:
            place.editor.mark_words(terms)
        self._looked_for = ("", ())
        place.show_article_parts(True)
        place.list.select(copy.article.id)
        self._show_beside(copy)
        if self._notes:
            place.messages.say(Tone.INFO, "\n".join(self._notes))
        self._notes = ()
        self._newsroom.finding.note_saved(copy.article.id)

    def _overtaken(self, copy: WorkingCopy) -> None:
        editor = self._place.editor
        with kept_place(editor.title), kept_place(editor.lead), kept_place(editor.body):
            editor.show_article(copy.article)
        self._show_beside(copy)
        self._place.messages.say(
            Tone.INFO,
            _("{name} changed this article {time}. The new text is shown.").format(
                name=copy.updated_by or _("Somebody"), time=clock_text(copy.updated_at)
            ),
        )
        self._newsroom.finding.note_saved(copy.article.id)

    def _show_beside(self, copy: WorkingCopy) -> None:
        """Let all but the editor show `copy` anew."""
        place = self._place
        place.messages.clear()
        place.details.show_article(copy.article)
        place.bar.show_copy(copy)
        place.bar.show_saved(copy.updated_at)
        place.preview.refresh()

    def _saved(self, copy: WorkingCopy) -> None:
        self._place.bar.show_copy(copy)
        self._place.bar.show_saved(copy.updated_at)
        self._newsroom.finding.note_saved(copy.article.id)

    def _not_saved(self, error: EditorAppError) -> None:
        self._place.bar.show_not_saved(explained(error))

    def _state_changed(self, copy: WorkingCopy) -> None:
        self._place.messages.clear()
        self._place.bar.show_copy(copy)
        self._place.details.show_filled_in(copy.article)
        self._newsroom.refresh_list()
        self._newsroom.page_context.refresh()
        if copy.state is State.IN_REVIEW:
            self._newsroom.make_images_ready(copy.article.id)

    def _refused(self, error: EditorAppError) -> None:
        if isinstance(error, NotReady):
            self.not_ready.emit(error)
        else:
            self.say(error)

    def _conflicted(self, conflict: EditConflict) -> None:
        self._place.bar.show_not_saved(_("This article was changed in another window."))
        self._place.messages.say(
            Tone.WARNING,
            _("This article was changed in another window."),
            (
                MessageAction(_("Compare"), lambda: self.comparison_asked.emit(conflict, self.article())),
                MessageAction(_("Keep my text as a copy"), self._session.keep_mine_as_copy),
                MessageAction(_("Show the other text"), self._session.take_theirs),
            ),
        )
