"""The sentences for what stands in the way of a comment."""

from collections.abc import Callable, Mapping
from typing import Any

from editor_app.desk.errors import CommentMissing, NoSuchComment, PassageGone
from editor_app.desk.storage_explanations import Sentences
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _


def _comment_missing(_error: CommentMissing) -> Sentences:
    return (
        _("A comment is missing."),
        _("Write what has to be done, so that the author can go on."),
    )


def _no_such_comment(_error: NoSuchComment) -> Sentences:
    return (_("The archive has no such comment."), _("Choose one from the article's comments."))


def _passage_gone(error: PassageGone) -> Sentences:
    return (
        _("The text no longer says “{quoted}”.").format(quoted=error.quoted),
        _("Select the words as they are now, and comment on those."),
    )


COMMENT_EXPLANATIONS: Mapping[type[EditorAppError], Callable[[Any], Sentences]] = {
    CommentMissing: _comment_missing,
    NoSuchComment: _no_such_comment,
    PassageGone: _passage_gone,
}
