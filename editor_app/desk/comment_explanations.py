"""The sentences for what stands in the way of a comment."""

from collections.abc import Callable, Mapping
from typing import Any

from editor_app.desk.errors import (
    CommentMissing,
    NoSuchComment,
    PassageGone,
    ReplyToAnotherArchive,
    ReplyToOtherWords,
    ReplyWithoutComments,
)
from editor_app.desk.storage_explanations import Sentences
from editor_app.domain.errors import EditorAppError
from editor_app.intake.replies import BrokenReply, NotAReply, ReviewFileItself
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


def _to_another_archive(_error: ReplyToAnotherArchive) -> Sentences:
    return (
        _("The comments are on an article that this archive does not have."),
        _("Open the archive that the review file was sent from, and take them in there."),
    )


def _to_other_words(error: ReplyToOtherWords) -> Sentences:
    return (
        _("The comments are on words that “{title}” never had in version {number}.").format(
            title=error.title or _("Untitled"), number=error.number
        ),
        _("The file may have been altered, or be from a copy of the archive. Ask for the comments again."),
    )


def _without_comments(_error: ReplyWithoutComments) -> Sentences:
    return (
        _("There is no comment in the reply."),
        _("Ask the person who read the text whether this is all that they wanted to send."),
    )


def _broken_reply(_error: BrokenReply) -> Sentences:
    return (
        _("The comments cannot be read: the reply is cut off or was altered on its way."),
        _("Ask for it again, as the file that “Save my comments” makes."),
    )


def _review_file_itself(_error: ReviewFileItself) -> Sentences:
    return (
        _("This is the review file that was sent out, not the comments that came back."),
        _("Take in the small file or the mail that the person who read the text has sent."),
    )


def _not_a_reply(error: NotAReply) -> Sentences:
    return (
        _("There are no comments on an article in {path}.").format(path=error.path),
        _("Take in the small file or the mail that the person who read the text has sent."),
    )


COMMENT_EXPLANATIONS: Mapping[type[EditorAppError], Callable[[Any], Sentences]] = {
    CommentMissing: _comment_missing,
    NoSuchComment: _no_such_comment,
    PassageGone: _passage_gone,
    ReplyToAnotherArchive: _to_another_archive,
    ReplyToOtherWords: _to_other_words,
    ReplyWithoutComments: _without_comments,
    BrokenReply: _broken_reply,
    NotAReply: _not_a_reply,
    ReviewFileItself: _review_file_itself,
}
