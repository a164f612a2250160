"""The sentences for every error, as one table."""

from collections.abc import Callable, Mapping
from typing import Any

from editor_app.checks.dismissing import NotDismissible
from editor_app.checks.readiness import NotReady
from editor_app.checks.rule_book import message
from editor_app.desk.card_explanations import CARD_EXPLANATIONS
from editor_app.desk.comment_explanations import COMMENT_EXPLANATIONS
from editor_app.desk.errors import (
    AlreadyLive,
    ArticleMissing,
    ChangedSinceSubmitted,
    EditConflict,
    ImageAltered,
    Lacking,
    Named,
    NameMissing,
    NoKeptHead,
    OwnOriginal,
    QuoteMissing,
    ReasonMissing,
    SameLanguage,
    VersionMissing,
    WithdrawalIncomplete,
)
from editor_app.desk.intake_explanations import INTAKE_EXPLANATIONS
from editor_app.desk.preservation_words import PRESERVATION_EXPLANATIONS
from editor_app.desk.publish_explanations import PUBLISH_EXPLANATIONS
from editor_app.desk.site_explanations import SITE_EXPLANATIONS
from editor_app.desk.storage_explanations import STORAGE_EXPLANATIONS, Sentences
from editor_app.domain.codec import BrokenText, NewerSchema
from editor_app.domain.errors import EditorAppError
from editor_app.domain.image_formats import IMAGE_FORMATS
from editor_app.domain.revision import HashMismatch
from editor_app.domain.workflow import Action, LiveSide, NotPossibleNow, SamePerson, State
from editor_app.rendering.images import MOST_BYTES, MOST_PIXELS, ImageProblem, NotAnImage
from editor_app.translation import N_, _

_MEGABYTE = 1024 * 1024


def sentences(error: EditorAppError) -> Sentences:
    """Return what happened and the next step; raises KeyError for an error without sentences."""
    return EXPLANATIONS[type(error)](error)


def _article_missing(_error: ArticleMissing) -> Sentences:
    return (_("The archive has no such article."), _("Choose one from the list."))


def _same_language(error: SameLanguage) -> Sentences:
    return (
        _("The article is in that language itself: {language}.").format(language=error.language),
        _("Choose another language for the translation."),
    )


def _reason_missing(_error: ReasonMissing) -> Sentences:
    return _("A reason is missing."), _("Write why the finding is let be: it is kept with the text.")


def _not_dismissible(error: NotDismissible) -> Sentences:
    return (
        _("This cannot be dismissed: {finding}.").format(finding=message(error.finding)),
        _("Mend it: the article cannot be approved as it is."),
    )


def _own_original(_error: OwnOriginal) -> Sentences:
    return (
        _("An article cannot be a translation of itself."),
        _("Choose the article that was written first, which is a translation of none."),
    )


def _version_missing(error: VersionMissing) -> Sentences:
    return (
        _("The article has no version {number}.").format(number=error.number),
        _("Choose one from its history."),
    )


def _edit_conflict(error: EditConflict) -> Sentences:
    return (
        _("{name} changed this article while you were writing.").format(name=error.theirs.updated_by)
        if error.theirs.updated_by
        else _("Somebody changed this article while you were writing."),
        _("Keep your text as a copy, or continue with theirs. Nothing has been overwritten."),
    )


def _changed_since_submitted(_error: ChangedSinceSubmitted) -> Sentences:
    return (
        _("A contact or the category was changed after the article was submitted."),
        _("Take the article back and submit it again, so that the new details are approved too."),
    )


def _name_missing(error: NameMissing) -> Sentences:
    return {
        Named.PERSON: (_("A name is missing."), _("Write who does this: the archive keeps it.")),
        Named.CATEGORY: (_("The category has no name."), _("Write a name for it.")),
        Named.CONTACT: (_("The contact has no name."), _("Write the name of a person or a function.")),
        Named.SPEAKER: (_("The speaker has no name."), _("Write who said it.")),
    }[error.subject]


def _not_ready(error: NotReady) -> Sentences:
    what = " ".join(f"{message(finding)}." for finding in error.findings)
    return what, _("Complete the article, then try again.")


def _not_possible_now(error: NotPossibleNow) -> Sentences:
    what = {
        Action.RETURN: _("The article cannot be returned now."),
        Action.PUBLISH: _("The article cannot be published now."),
        Action.CORRECT: _("The article cannot be corrected now."),
        Action.WITHDRAW: _("The article cannot be withdrawn now."),
        Action.EDIT: _("The article cannot be edited now."),
        Action.SUBMIT: _("The article cannot be submitted now."),
        Action.TAKE_BACK: _("The article cannot be taken back now."),
        Action.APPROVE: _("The article cannot be approved now."),
    }[error.action]
    if error.action in {Action.CORRECT, Action.WITHDRAW}:
        if error.standing.live is LiveSide.WITHDRAWN:
            return what, _("It is withdrawn already: edit it and have it approved to publish it again.")
        return what, _("Only what is published can be: this article is not.")
    next_step = {
        State.DRAFT: _("It is a draft: submit it first."),
        State.IN_REVIEW: _("It waits for approval: approve it or take it back."),
        State.APPROVED: _("It is approved: it becomes a draft again when you edit it."),
    }[error.standing.copy]
    return what, next_step


def _same_person(error: SamePerson) -> Sentences:
    return (
        _("{name} began, last edited or submitted this text and cannot approve it.").format(name=error.name),
        _("Ask somebody else to read and approve it."),
    )


def _already_live(_error: AlreadyLive) -> Sentences:
    return (
        _("These words are published already."),
        _("Change the article and have it approved to publish something else."),
    )


def _quote_missing(_error: QuoteMissing) -> Sentences:
    return (
        _("The quote was changed meanwhile."),
        _("Let the speaker see the new words, then note the approval."),
    )


def _withdrawal_incomplete(error: WithdrawalIncomplete) -> Sentences:
    return {
        Lacking.WORDS: (
            _("The reason is missing."),
            _("Write in a sentence why the article is withdrawn: readers will see it."),
        ),
        Lacking.REPLACEMENT: (
            _("It is not said which article took its place."),
            _("Choose the article that this one was merged into."),
        ),
        Lacking.ANOTHER_REPLACEMENT: (
            _("An article cannot take its own place."),
            _("Choose another article."),
        ),
    }[error.lacking]


def _hash_mismatch(error: HashMismatch) -> Sentences:
    return (
        _("Revision {number} of an article is no longer what was approved, so it is not exported.").format(
            number=error.number
        ),
        _("The archive was changed outside the program. Open a backup, or have the article approved anew."),
    )


def _image_altered(_error: ImageAltered) -> Sentences:
    return (
        _("An image in the archive is no longer what was added."),
        _("The archive was changed outside the program. Open a backup, or add the image again."),
    )


def _no_kept_head(error: NoKeptHead) -> Sentences:
    return (
        _("{path} is no export and no package that knows of a log.").format(path=error.path),
        _("Choose the folder of an exported site, or a package for preservation."),
    )


def _newer_schema(_error: NewerSchema) -> Sentences:
    return (
        _("The text was written by a newer version of Pressklar."),
        _("Install the newer version to open it."),
    )


def _broken_text(_error: BrokenText) -> Sentences:
    return (
        _("The stored text cannot be read."),
        _("The archive may be damaged. Make a copy of the file, then open a backup."),
    )


def _not_an_image(error: NotAnImage) -> Sentences:
    what, next_step = IMAGE_PROBLEMS[error.problem]
    return (
        _(what).format(name=error.name or _("The file")),
        _(next_step).format(
            formats=", ".join(name for name, _suffixes in IMAGE_FORMATS.values()),
            megabytes=MOST_BYTES // _MEGABYTE,
            megapixels=MOST_PIXELS // 1_000_000,
        ),
    )


IMAGE_PROBLEMS: Mapping[ImageProblem, tuple[str, str]] = {
    ImageProblem.BROKEN: (
        N_("{name} is damaged or not whole."),
        N_("Fetch or export it again from where it came, then choose it once more."),
    ),
    ImageProblem.TOO_MANY_BYTES: (
        N_("{name} is too large."),
        N_("Save it with at most {megabytes} MB, then choose it again."),
    ),
    ImageProblem.TOO_MANY_PIXELS: (
        N_("{name} has too many pixels."),
        N_("Save it with at most {megapixels} megapixels, then choose it again."),
    ),
    ImageProblem.HEIC: (
        N_("{name} is a HEIC image, as iPhones take them, and browsers do not show those."),
        N_("Export it as JPEG from Photos, or send it to yourself in the size “Large”."),
    ),
    ImageProblem.SVG: (
        N_("{name} is an SVG drawing, which can hold scripts and is not taken in."),
        N_("Export it as PNG, at least 1600 pixels wide, and choose that."),
    ),
    ImageProblem.PDF: (
        N_("{name} is a PDF and not an image."),
        N_("Save the page or the picture as PNG or JPEG and choose that."),
    ),
    ImageProblem.OTHER_FORMAT: (
        N_("{name} is not an image that can be shown."),
        N_("Choose an image in one of these formats: {formats}."),
    ),
}


EXPLANATIONS: Mapping[type[EditorAppError], Callable[[Any], Sentences]] = {
    **STORAGE_EXPLANATIONS,
    **INTAKE_EXPLANATIONS,
    **PRESERVATION_EXPLANATIONS,
    **CARD_EXPLANATIONS,
    **COMMENT_EXPLANATIONS,
    **SITE_EXPLANATIONS,
    **PUBLISH_EXPLANATIONS,
    ArticleMissing: _article_missing,
    SameLanguage: _same_language,
    OwnOriginal: _own_original,
    VersionMissing: _version_missing,
    EditConflict: _edit_conflict,
    ChangedSinceSubmitted: _changed_since_submitted,
    AlreadyLive: _already_live,
    ReasonMissing: _reason_missing,
    NotDismissible: _not_dismissible,
    QuoteMissing: _quote_missing,
    WithdrawalIncomplete: _withdrawal_incomplete,
    NameMissing: _name_missing,
    NotReady: _not_ready,
    NotPossibleNow: _not_possible_now,
    SamePerson: _same_person,
    HashMismatch: _hash_mismatch,
    ImageAltered: _image_altered,
    NewerSchema: _newer_schema,
    BrokenText: _broken_text,
    NotAnImage: _not_an_image,
    NoKeptHead: _no_kept_head,
}
