"""The open article switched, taken through its states, and chosen between after a conflict."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import Signal

from editor_app.desk.errors import EditConflict
from editor_app.desk.values import WorkingCopy
from editor_app.desk.version_values import Restored
from editor_app.domain.comment import Passage
from editor_app.domain.errors import EditorAppError
from ui.editor.kept_article import Call, KeptArticle

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk
    from ui.review.withdraw_dialog import AskedWithdrawal


class ArticleSession(KeptArticle):
    """Does with the open article what is more than writing; what is typed is saved before each act.

    After a conflict, `keep_mine_as_copy` and `take_theirs` are the ways on.
    """

    opened = Signal(object)
    refused = Signal(object)

    def open(self, article_id: str) -> None:
        """Save what is open and open another article."""
        self.flush(
            lambda: self._worker.run(lambda desk: desk.open(article_id), self.adopt, self.refused.emit)
        )

    def adopt(self, copy: WorkingCopy) -> None:
        """Save what is open and go on with `copy`, which the desk has just answered."""
        self.flush(partial(self._show, copy))

    def submit(self, by: str) -> None:
        """Ask for approval of what is in the editors now."""
        self._act(lambda desk, copy: desk.submit(copy.article.id, by=by, version=copy.version))

    def take_back(self, by: str) -> None:
        """Make what was submitted a draft again."""
        self._act(lambda desk, copy: desk.take_back(copy.article.id, by=by, version=copy.version))

    def return_to_author(self, by: str, words: str, passage: Passage | None = None) -> None:
        """Make what was submitted a draft again, and say in `words` what is to be done with it.

        They are about `passage` where one is given.
        """
        self._act(
            lambda desk, copy: desk.return_to_author(
                copy.article.id, words, by=by, passage=passage, version=copy.version
            )
        )

    def approve(self, by: str, forced_reason: str = "") -> None:
        """Approve what is in the editors now in the name of `by`, for `forced_reason` against the rules."""
        self._act(
            lambda desk, copy: desk.approve(
                copy.article.id, by=by, version=copy.version, forced_reason=forced_reason
            )
        )

    def publish(self, by: str, then: Call) -> None:
        """Make what is approved the live text, and call `then`."""
        self._act(lambda desk, copy: desk.publish(copy.article.id, by=by, version=copy.version), then)

    def correct(self, by: str, words: str) -> None:
        """Make what is live a draft to be corrected, with `words` for its readers, and show that."""
        self.flush(partial(self._correct, by, words))

    def withdraw(self, by: str, asked: "AskedWithdrawal", then: Call) -> None:
        """Take what is live down as `asked`, and call `then`."""
        self._act(
            lambda desk, copy: desk.withdraw(
                copy.article.id,
                asked.reason,
                by=by,
                words=asked.words,
                replacement_id=asked.replacement_id,
                version=copy.version,
            ),
            then,
        )

    def save_version(self, by: str, name: str, then: Call) -> None:
        """Keep what is in the editors now as a version called `name`, and call `then`."""

        def keep(desk: "Desk", copy: WorkingCopy) -> WorkingCopy:
            return desk.save_version(copy.article.id, version=copy.version, by=by, name=name)

        self._act(keep, then)

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

    def _show(self, copy: WorkingCopy) -> None:
        here = self._current
        if here is not None and here.article.id == copy.article.id and here.version > copy.version:
            copy = here
        self._timers.stop()
        self._current, self._read, self._dirty, self._conflict = copy, None, False, None
        self.opened.emit(copy)

    def _act(self, act: "Callable[[Desk, WorkingCopy], WorkingCopy]", then: Call | None = None) -> None:
        self.flush(partial(self._do, act, then))

    def _do(self, act: "Callable[[Desk, WorkingCopy], WorkingCopy]", then: Call | None = None) -> None:
        copy = self._current

        def done(answer: WorkingCopy) -> None:
            self._acted(answer)
            if then is not None:
                then()

        if copy is not None:
            self._ask(lambda desk: act(desk, copy), done, self._refuse)

    def _correct(self, by: str, words: str) -> None:
        copy = self._current
        if copy is not None:
            self._ask(
                lambda desk: desk.correct(copy.article.id, words, by=by, version=copy.version),
                lambda answer: self.flush(partial(self._show_corrected, answer)),
                self._refuse,
            )

    def _show_corrected(self, copy: WorkingCopy) -> None:
        self._show(copy)
        self.state_changed.emit(copy)

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
        if self._conflict is None or self._current is None:
            return
        if self._busy:
            # Whatever the answer is that is on its way: what was chosen stays chosen.
            again = partial(self._store_mine, then)
            self._waiting.append((again, again))
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
