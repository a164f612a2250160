"""One open article, saved as it is written, which meets what somebody else has saved."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from editor_app.desk.errors import EditConflict
from editor_app.desk.values import WorkingCopy
from editor_app.domain.article import Article
from editor_app.domain.errors import EditorAppError
from ui.desk_worker import DeskWorker, Failed
from ui.editor.save_timers import DEFAULT_PACE, Pace, SaveTimers

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk

Read = Callable[[Article], Article]
Call = Callable[[], Any]


class KeptArticle(QObject):
    """Holds the article that is being edited and keeps the archive up with it.

    `read` in `note_edit` gives what the editors hold, laid over the article that it is handed. What
    cannot be saved stays in the editors and is tried again; after a conflict nothing is saved until
    somebody has chosen. One thing at a time is under way with the archive. `overtaken` carries what
    somebody else has saved while nothing was typed here.
    """

    saving = Signal()
    saved = Signal(object)
    state_changed = Signal(object)
    overtaken = Signal(object)
    conflicted = Signal(object)
    save_failed = Signal(object)

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
