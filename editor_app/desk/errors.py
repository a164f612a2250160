"""What can stand in the way of an act at the desk."""

from enum import StrEnum
from pathlib import Path

from editor_app.desk.values import WorkingCopy
from editor_app.domain.errors import EditorAppError
from editor_app.domain.normalize import normalize_text


class ArticleMissing(EditorAppError):
    """The archive has no article with `article_id`."""

    def __init__(self, article_id: str) -> None:
        super().__init__(article_id)
        self.article_id = article_id


class SameLanguage(EditorAppError):
    """Article `article_id` is in `language` itself, so that no version of it is to be made in that."""

    def __init__(self, article_id: str, language: str) -> None:
        super().__init__(f"{article_id} is in {language}")
        self.article_id = article_id
        self.language = language


class OwnOriginal(EditorAppError):
    """Article `article_id` is, or goes back to, what was to be its original."""

    def __init__(self, article_id: str) -> None:
        super().__init__(article_id)
        self.article_id = article_id


class VersionMissing(EditorAppError):
    """Article `article_id` has no version `number`."""

    def __init__(self, article_id: str, number: int) -> None:
        super().__init__(f"{article_id} has no version {number}")
        self.article_id = article_id
        self.number = number


class EditConflict(EditorAppError):
    """Somebody else changed the article meanwhile; `theirs` is what the archive holds now."""

    def __init__(self, theirs: WorkingCopy) -> None:
        super().__init__(f"{theirs.article.id} is at version {theirs.version}")
        self.theirs = theirs


class ChangedSinceSubmitted(EditorAppError):
    """A contact or the category was changed after `article_id` was submitted: submit it again."""

    def __init__(self, article_id: str) -> None:
        super().__init__(article_id)
        self.article_id = article_id


class NothingApproved(EditorAppError):
    """No words of `article_id` are approved, or those that were are `is_gone` from the website."""

    def __init__(self, article_id: str, *, is_gone: bool = False) -> None:
        super().__init__(article_id)
        self.article_id = article_id
        self.is_gone = is_gone


class QuoteMissing(EditorAppError):
    """The words that were to be approved no longer stand in `article_id`."""

    def __init__(self, article_id: str) -> None:
        super().__init__(article_id)
        self.article_id = article_id


class AlreadyLive(EditorAppError):
    """The approved words of `article_id` are the live ones already."""

    def __init__(self, article_id: str) -> None:
        super().__init__(article_id)
        self.article_id = article_id


class CommentMissing(EditorAppError):
    """Nobody can act on a comment without a word."""


class NoSuchComment(EditorAppError):
    """The archive has no comment with `comment_id`."""

    def __init__(self, comment_id: str) -> None:
        super().__init__(comment_id)
        self.comment_id = comment_id


class ReplyToAnotherArchive(EditorAppError):
    """The archive has no article that the reply could be to: `article_id`."""

    def __init__(self, article_id: str) -> None:
        super().__init__(article_id)
        self.article_id = article_id


class ReplyToOtherWords(EditorAppError):
    """The article called `title` has no version `number` with the words that the reply is about."""

    def __init__(self, title: str, number: int) -> None:
        super().__init__(f"no such version {number}")
        self.title = title
        self.number = number


class ReplyWithoutComments(EditorAppError):
    """The reply has no comment in it."""


class PassageGone(EditorAppError):
    """The text no longer has the words that were to be commented on: `quoted`."""

    def __init__(self, quoted: str) -> None:
        super().__init__(quoted)
        self.quoted = quoted


class Lacking(StrEnum):
    """What a withdrawal cannot do without."""

    WORDS = "words"
    REPLACEMENT = "replacement"
    ANOTHER_REPLACEMENT = "another_replacement"


class WithdrawalIncomplete(EditorAppError):
    """The reason that was given asks for more: `lacking`."""

    def __init__(self, lacking: Lacking) -> None:
        super().__init__(f"the withdrawal lacks {lacking}")
        self.lacking = lacking


class ImageAltered(EditorAppError):
    """The stored original of `image_id` is not what it was when it was added."""

    def __init__(self, image_id: str) -> None:
        super().__init__(image_id)
        self.image_id = image_id


class WasPublished(EditorAppError):
    """`article_id` was published once, so that it cannot be deleted."""

    def __init__(self, article_id: str) -> None:
        super().__init__(article_id)
        self.article_id = article_id


class StandsAgainst(StrEnum):
    """Why something cannot be disposed of."""

    NEVER_PUBLISHED = "never_published"
    ON_SITE = "on_site"
    KEPT_FOR_EVER = "kept_for_ever"
    TOO_EARLY = "too_early"
    NOT_PRESERVED = "not_preserved"


class NotDisposable(EditorAppError):
    """`article_id` has to be kept: `against` says why."""

    def __init__(self, article_id: str, against: StandsAgainst) -> None:
        super().__init__(f"{article_id}: {against}")
        self.article_id = article_id
        self.against = against


class PackageBroken(EditorAppError):
    """What was read back from `path` is not the package that was written; it is not kept."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class NotAPackage(EditorAppError):
    """There is no package for preservation at `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class NoKeptHead(EditorAppError):
    """There is nothing at `path` that knows of an audit log."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class NothingToTakeIn(EditorAppError):
    """The text that was to become an article has no words."""


class FileNotWritten(EditorAppError):
    """Nothing could be written to `path`; `reason` is the system's."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class FolderTaken(EditorAppError):
    """There is something at `path`, where a new folder was to be."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class Named(StrEnum):
    """What cannot do without a name."""

    PERSON = "person"
    CATEGORY = "category"
    CONTACT = "contact"
    SPEAKER = "speaker"


class ReasonMissing(EditorAppError):
    """What is done needs a reason, which is kept."""


class NameMissing(EditorAppError):
    """The name of `subject` is blank."""

    def __init__(self, subject: Named) -> None:
        super().__init__(f"the {subject} has no name")
        self.subject = subject


def require_name(name: str, subject: Named = Named.PERSON) -> str:
    """Return `name` with single spaces; raises NameMissing where nothing is left."""
    tidy = " ".join(normalize_text(name).split())
    if not tidy:
        raise NameMissing(subject)
    return tidy
