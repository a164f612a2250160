"""One open article: saved as it is written, switched, and taken through its states."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QObject, Signal

from editor_app.desk.errors import EditConflict
from editor_app.desk.values import Restored, WorkingCopy
from editor_app.domain.article import Article
from editor_app.domain.errors import EditorAppError
from ui.desk_worker import DeskWorker, Failed
from ui.editor.save_timers import DEFAULT_PACE, Pace, SaveTimers

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk

Read = Callable[[Article], Article]
Call = Callable[[], Any]


class ArticleSession(QObject):
    """Holds the article that is being edited and keeps the archive up with it.

    `read` in `note_edit` gives what the editors hold, laid over the article that it is handed. What
    cannot be saved stays in the editors and is tried again; after a conflict nothing is saved until
    `keep_mine_as_copy` or `take_theirs`. One thing at a time is under way with the archive.
    `overtaken` carries what somebody else has saved while nothing was typed here.
    """

    opened = Signal(object)
    saving = Signal()
    saved = Signal(object)
    state_changed = Signal(object)
    overtaken = Signal(object)
    conflicted = Signal(object)
    save_failed = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        worker: DeskWorker,
        author: Callable[[], str],
        parent: QObject | None = None,
        *,
        pace: Pace = DEFAULT_PACE,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._author = author
        self._timers = SaveTimers(pace, self._save, self)
        self._current: WorkingCopy | None = None
        self._read: Read | None = None
        self._dirty = False
        self._busy = False
        self._met_bug = False
        self._conflict: EditConflict | None = None
        self._waiting: list[tuple[Call, Call | None]] = []

    @property
    def current(self) -> WorkingCopy | None:
        """The article as the archive has it, or None while none is open."""
        return self._current

    @property
    def is_dirty(self) -> bool:
        """Tell whether something is typed that the archive does not have."""
        return self._dirty or self._busy

    @property
    def is_in_conflict(self) -> bool:
        """Tell whether a choice is due between what is in the editors and what somebody else saved."""
        return self._conflict is not None

    def open(self, article_id: str) -> None:
        """Save what is open and open another article."""
        self.flush(
            lambda: self._worker.run(lambda desk: desk.open(article_id), self.adopt, self.refused.emit)
        )

    def adopt(self, copy: WorkingCopy) -> None:
        """Save what is open and go on with `copy`, which the desk has just answered."""
        self.flush(partial(self._show, copy))

    def note_edit(self, read: Read) -> None:
        """Remember that something was typed; it is saved after a pause, and read only then."""
        if self._current is None:
            return
        self._read = read
        self._dirty = True
        if self._conflict is None:
            self._timers.note_edit()

    def flush(self, then: Call, failed: Call | None = None) -> None:
        """Save now and call `then`; where that cannot be done, say so by signal and call `failed`."""
        self._waiting.append((then, failed))
        if self._conflict is not None:
            self.conflicted.emit(self._conflict)
            self._give_up()
        elif self._met_bug and self._timers.will_retry:
            # Whoever reports the bug may ask for a save at once, which would meet it again.
            self._give_up()
        else:
            self._save()

    def close(self) -> None:
        """Let go of the article without saving: call it after a flush, before the worker closes."""
        self._timers.stop()
        self._current = None

    def submit(self, by: str) -> None:
        """Ask for approval of what is in the editors now."""
        self._act(lambda desk, copy: desk.submit(copy.article.id, by=by, version=copy.version))

    def take_back(self, by: str) -> None:
        """Make what was submitted a draft again."""
        self._act(lambda desk, copy: desk.take_back(copy.article.id, by=by, version=copy.version))

    def approve(self, by: str) -> None:
        """Approve what is in the editors now in the name of `by`."""
        self._act(lambda desk, copy: desk.approve(copy.article.id, by=by, version=copy.version))

    def save_version(self, by: str, name: str, then: Call) -> None:
        """Keep what is in the editors now as a version called `name`, and call `then`."""

        def keep(desk: "Desk", copy: WorkingCopy) -> WorkingCopy:
            return desk.save_version(copy.article.id, version=copy.version, by=by, name=name)

        self.flush(partial(self._do, keep, then))

    def restore(self, number: int, by: str, then: Callable[[tuple[str, ...]], Any]) -> None:
        """Make an older version the present text; `then` gets sentences on what could not be as it was."""
        self.flush(partial(self._restore, number, by, then))

    def look_again(self) -> None:
        """Ask where the article stands: somebody else may have changed it, or a contact of it.

        What is typed here is saved first, and so meets other words at once.
        """
        if self._conflict is None:
            self.flush(self._look)
        else:
            self._look()

    def keep_mine_as_copy(self, then: Call | None = None) -> None:
        """After a conflict, store what is in the editors as an article of its own and go on with that."""
        self._store_mine(partial(self._go_on_with_mine, then))

    def take_theirs(self) -> None:
        """After a conflict, show what the archive has; what was typed here is kept as another article."""
        if self._conflict is not None:
            article_id = self._conflict.theirs.article.id
            self._store_mine(partial(self._reopen, article_id))

    def _save(self) -> None:
        if self._busy or self._conflict is not None:
            return
        self._timers.stop()
        copy, article = self._current, self._typed()
        self._dirty = False
        if copy is None or article is None or article == copy.article:
            self._answer_waiting()
            return
        by = self._author()
        self.saving.emit()
        self._ask(lambda desk: desk.save(article, version=copy.version, by=by), self._saved, self._failed)

    def _ask(
        self,
        operation: "Callable[[Desk], Any]",
        done: Callable[[Any], Any],
        failed: Failed,
    ) -> None:
        """Let the worker do one thing, and nothing else for this article until it is answered."""
        self._busy = True
        self._worker.run(
            operation,
            partial(self._settle, done),
            partial(self._settle, failed),
            partial(self._settle, self._recover),
        )

    def _settle(self, then: Callable[[Any], Any], answer: Any) -> None:
        self._busy = False
        then(answer)

    def _recover(self, bug: Exception) -> None:
        self._dirty = self._read is not None
        self._met_bug = True
        self._timers.try_again()
        self._give_up()
        raise bug

    def _typed(self) -> Article | None:
        """Return the article with what the editors hold, or None where nothing new was typed."""
        if self._current is None or self._read is None or not self._dirty:
            return None
        return self._read(self._current.article)

    def _saved(self, copy: WorkingCopy) -> None:
        before = self._current
        self._met_bug = False
        self._current = copy
        self.saved.emit(copy)
        if before is not None and before.state is not copy.state:
            self.state_changed.emit(copy)
        self._go_on()

    def _failed(self, error: EditorAppError) -> None:
        self._dirty = True
        if isinstance(error, EditConflict):
            self._meet(error)
        else:
            self._timers.try_again()
            self.save_failed.emit(error)
            self._give_up()

    def _meet(self, conflict: EditConflict) -> None:
        """Let somebody else's words stand against those that were typed here, or show them if none were."""
        typed = self._typed()
        if self._current is not None and typed in (None, self._current.article):
            self._overtake(conflict.theirs)
        else:
            self._stand_against(conflict)

    def _stand_against(self, conflict: EditConflict) -> None:
        self._timers.stop()
        self._conflict = conflict
        self.conflicted.emit(conflict)
        self._give_up()

    def _overtake(self, theirs: WorkingCopy) -> None:
        """Go on with what somebody else saved: nothing was typed here that it could cost."""
        self._current, self._read, self._dirty = theirs, None, False
        self.overtaken.emit(theirs)
        self._answer_waiting()

    def _go_on(self) -> None:
        """Save what was typed meanwhile if somebody waits for it; else the timers will."""
        if not self._dirty:
            self._answer_waiting()
        elif self._waiting:
            self._save()

    def _answer_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for then, _failed in waiting:
            then()

    def _give_up(self) -> None:
        waiting, self._waiting = self._waiting, []
        for _then, failed in waiting:
            if failed is not None:
                failed()

    def _show(self, copy: WorkingCopy) -> None:
        here = self._current
        if here is not None and here.article.id == copy.article.id and here.version > copy.version:
            copy = here
        self._timers.stop()
        self._current, self._read, self._dirty, self._conflict = copy, None, False, None
        self.opened.emit(copy)

    def _act(self, act: "Callable[[Desk, WorkingCopy], WorkingCopy]") -> None:
        self.flush(partial(self._do, act))

    def _do(self, act: "Callable[[Desk, WorkingCopy], WorkingCopy]", then: Call | None = None) -> None:
        copy = self._current

        def done(answer: WorkingCopy) -> None:
            self._acted(answer)
            if then is not None:
                then()

        if copy is not None:
            self._ask(lambda desk: act(desk, copy), done, self._refuse)

    def _restore(self, number: int, by: str, then: Callable[[tuple[str, ...]], Any]) -> None:
        copy = self._current

        def show(restored: Restored) -> None:
            self._show(restored.working_copy)
            then(restored.notes)

        def done(restored: Restored) -> None:
            # What was typed meanwhile meets the restored text as a conflict, and neither is lost.
            self.flush(partial(show, restored))

        if copy is not None:
            self._ask(
                lambda desk: desk.restore(copy.article.id, number, version=copy.version, by=by),
                done,
                self._refuse,
            )

    def _acted(self, copy: WorkingCopy) -> None:
        self._current = copy
        self.state_changed.emit(copy)
        self._go_on()

    def _look(self) -> None:
        here = self._current
        if self._busy:
            self._waiting.append((self._look, None))
        elif here is not None:
            self._ask(lambda desk: desk.open(here.article.id), self._looked, self._refuse)

    def _looked(self, copy: WorkingCopy) -> None:
        here = self._current
        if here is None or copy.article.id != here.article.id:
            self._go_on()
        elif self._conflict is not None:
            self._stand_against(EditConflict(copy))
        elif copy == here:
            self._go_on()
        elif _same_words(copy, here) and (copy.version == here.version or not self._dirty):
            self._acted(copy)
        elif copy.version > here.version:
            self._meet(EditConflict(copy))
        else:
            # An older archive was put in the place of this one: the words here may be the only ones.
            self._stand_against(EditConflict(copy))

    def _refuse(self, error: EditorAppError) -> None:
        if isinstance(error, EditConflict):
            self._meet(error)
        else:
            self.refused.emit(error)
            self._go_on()

    def _store_mine(self, then: Callable[[WorkingCopy], Any]) -> None:
        if self._conflict is None or self._current is None or self._busy:
            return
        article = self._typed() or self._current.article
        self._dirty = False
        by = self._author()
        self._ask(lambda desk: desk.keep_copy(article, by=by), then, self._mine_not_stored)

    def _mine_not_stored(self, error: EditorAppError) -> None:
        self._dirty = True
        self.save_failed.emit(error)

    def _go_on_with_mine(self, then: Call | None, copy: WorkingCopy) -> None:
        self._conflict, self._current = None, copy
        typed = self._typed()
        if typed is None or self._read is None:
            self.opened.emit(copy)
        else:
            self.opened.emit(msgspec.structs.replace(copy, article=typed))
            self.note_edit(self._read)
        if then is not None:
            self.flush(then)

    def _reopen(self, article_id: str, _mine: WorkingCopy) -> None:
        self._ask(lambda desk: desk.open(article_id), self._reopened, self._mine_not_stored)

    def _reopened(self, copy: WorkingCopy) -> None:
        if self._dirty:
            # Something was typed while the copy was being stored: keep that as well.
            self.take_theirs()
            return
        self._current = None
        self._show(copy)


def _same_words(one: WorkingCopy, other: WorkingCopy) -> bool:
    """Tell whether two copies differ at most in their standing, and in the address that came with it."""
    return msgspec.structs.replace(one.article, slug=other.article.slug) == other.article
