"""The sentences for every error, as one table."""

from collections.abc import Callable, Mapping
from typing import Any

from editor_app.archive.errors import (
    ArchiveBusy,
    ArchiveDamaged,
    ArchiveMissing,
    ArchiveNotWritable,
    DiskFull,
    ImageMissing,
    NewerArchive,
    NotAnArchive,
    StaleRow,
)
from editor_app.checks.readiness import NotReady
from editor_app.desk.errors import (
    ArticleMissing,
    ChangedSinceSubmitted,
    EditConflict,
    Named,
    NameMissing,
    NothingToTakeIn,
)
from editor_app.domain.codec import BrokenText, NewerSchema
from editor_app.domain.errors import EditorAppError
from editor_app.domain.revision import HashMismatch
from editor_app.domain.workflow import Action, NotPossibleNow, SamePerson, State
from editor_app.intake.text_files import NotText, TooLarge, UnreadableFile
from editor_app.rendering.images import NotAnImage
from editor_app.site import errors as site
from editor_app.translation import _

Sentences = tuple[str, str]
_MEGABYTE = 1024 * 1024


def sentences(error: EditorAppError) -> Sentences:
    """Return what happened and the next step; raises KeyError for an error without sentences."""
    return EXPLANATIONS[type(error)](error)


def _archive_missing(error: ArchiveMissing) -> Sentences:
    return (
        _("There is no archive at {path}.").format(path=error.path),
        _("Check where the archive is, or create a new one."),
    )


def _not_an_archive(error: NotAnArchive) -> Sentences:
    return (
        _("{path} is not an archive of this program.").format(path=error.path),
        _("Nothing in it was changed. Choose another file."),
    )


def _newer_archive(error: NewerArchive) -> Sentences:
    return (
        _("{path} was made by a newer version of Pressklar.").format(path=error.path),
        _("Nothing in it was changed. Install the newer version to open it."),
    )


def _archive_not_writable(error: ArchiveNotWritable) -> Sentences:
    return (
        _("The archive {path} cannot be changed: {reason}.").format(
            path=error.path, reason=error.reason.rstrip(".")
        ),
        _("Check that you may write there, or choose another place."),
    )


def _archive_busy(error: ArchiveBusy) -> Sentences:
    return (
        _("Another program is using the archive {path}.").format(path=error.path),
        _("Close it or wait a moment, then try again."),
    )


def _archive_damaged(error: ArchiveDamaged) -> Sentences:
    return (
        _("The archive {path} is damaged.").format(path=error.path),
        _("Make a copy of the file before anything else, then open a backup."),
    )


def _disk_full(error: DiskFull) -> Sentences:
    return (
        _("The disk with {path} is full. What was saved before is safe.").format(path=error.path),
        _("Free some space. What you have written since is still in the window and can then be saved."),
    )


def _stale_row(_error: StaleRow) -> Sentences:
    return (
        _("Somebody else changed the article at the same moment."),
        _("Open the article again to see their text."),
    )


def _image_missing(_error: ImageMissing) -> Sentences:
    return (
        _("An image in the article is not in this archive."),
        _("Remove the image from the article, or add it again."),
    )


def _article_missing(_error: ArticleMissing) -> Sentences:
    return (_("The archive has no such article."), _("Choose one from the list."))


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


def _nothing_to_take_in(_error: NothingToTakeIn) -> Sentences:
    return (_("The text is empty."), _("Copy the whole news page and try again."))


def _name_missing(error: NameMissing) -> Sentences:
    return {
        Named.PERSON: (_("A name is missing."), _("Write who does this: the archive keeps it.")),
        Named.CATEGORY: (_("The category has no name."), _("Write a name for it.")),
        Named.CONTACT: (_("The contact has no name."), _("Write the name of a person or a function.")),
    }[error.subject]


def _not_ready(error: NotReady) -> Sentences:
    what = " ".join(f"{finding.message}." for finding in error.findings)
    return what, _("Complete the article, then try again.")


def _not_possible_now(error: NotPossibleNow) -> Sentences:
    what = {
        Action.EDIT: _("The article cannot be edited now."),
        Action.SUBMIT: _("The article cannot be submitted now."),
        Action.TAKE_BACK: _("The article cannot be taken back now."),
        Action.APPROVE: _("The article cannot be approved now."),
    }[error.action]
    next_step = {
        State.DRAFT: _("It is a draft: submit it first."),
        State.IN_REVIEW: _("It waits for approval: approve it or take it back."),
        State.APPROVED: _("It is approved: it becomes a draft again when you edit it."),
    }[error.state]
    return what, next_step


def _same_person(error: SamePerson) -> Sentences:
    return (
        _("{name} wrote or submitted this text and cannot approve it.").format(name=error.name),
        _("Ask somebody else to read and approve it."),
    )


def _hash_mismatch(error: HashMismatch) -> Sentences:
    return (
        _("Revision {number} of an article is no longer what was approved, so it is not exported.").format(
            number=error.number
        ),
        _("The archive was changed outside the program. Open a backup, or have the article approved anew."),
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


def _unreadable_file(error: UnreadableFile) -> Sentences:
    return (
        _("{path} cannot be read: {reason}.").format(path=error.path, reason=error.reason.rstrip(".")),
        _("Check that the file is there and that you may read it."),
    )


def _not_text(error: NotText) -> Sentences:
    return (
        _("{path} is not a text file.").format(path=error.path),
        _("Open the document, copy its text and paste it here."),
    )


def _too_large(error: TooLarge) -> Sentences:
    return (
        _("{path} is larger than {limit} MB, so it is hardly a news page.").format(
            path=error.path, limit=error.limit // _MEGABYTE
        ),
        _("Choose a smaller file, or copy the text and paste it."),
    )


def _not_an_image(error: NotAnImage) -> Sentences:
    return (
        _("{name} is not an image that can be shown.").format(name=error.name)
        if error.name
        else _("This is not an image that can be shown."),
        _("Choose a whole JPEG, PNG, WebP or GIF file."),
    )


def _target_not_writable(error: site.TargetNotWritable) -> Sentences:
    return (
        _("The site cannot be written to {path}: {reason}.").format(
            path=error.path, reason=error.reason.rstrip(".")
        ),
        _("The site there is as it was. Choose another folder, or ask who looks after this one."),
    )


def _target_full(error: site.TargetFull) -> Sentences:
    return (
        _("There is no room for the site at {path}.").format(path=error.path),
        _("The site there is as it was. Free some space or choose another disk."),
    )


def _foreign_folder(error: site.ForeignFolder) -> Sentences:
    return (
        _("The folder {path} holds other files than an exported site.").format(path=error.path),
        _("Nothing was changed. Choose an empty or a new folder."),
    )


def _foreign_file(error: site.ForeignFile) -> Sentences:
    return (
        _("{path} is where a page belongs, but it is not from an export.").format(path=error.path),
        _("Nothing was changed. Move it elsewhere, or choose another folder."),
    )


def _same_address(error: site.SameAddress) -> Sentences:
    return (
        _("Two pages would get the address {path}.").format(path=error.path),
        _("The site was not written. Make a copy of one article: it gets an address of its own."),
    )


def _site_image_missing(_error: site.ImageMissing) -> Sentences:
    return (
        _("An approved article shows an image that is not in this archive."),
        _("The site was not written. Add the image again, or edit the article and have it approved."),
    )


def _broken_site(error: site.BrokenSite) -> Sentences:
    return (
        _("The exported site failed its check at {path}.").format(path=error.path),
        _("The site was not written. Check the disk, then export again."),
    )


EXPLANATIONS: Mapping[type[EditorAppError], Callable[[Any], Sentences]] = {
    ArchiveMissing: _archive_missing,
    NotAnArchive: _not_an_archive,
    NewerArchive: _newer_archive,
    ArchiveNotWritable: _archive_not_writable,
    ArchiveBusy: _archive_busy,
    ArchiveDamaged: _archive_damaged,
    DiskFull: _disk_full,
    StaleRow: _stale_row,
    ImageMissing: _image_missing,
    ArticleMissing: _article_missing,
    EditConflict: _edit_conflict,
    ChangedSinceSubmitted: _changed_since_submitted,
    NothingToTakeIn: _nothing_to_take_in,
    NameMissing: _name_missing,
    NotReady: _not_ready,
    NotPossibleNow: _not_possible_now,
    SamePerson: _same_person,
    HashMismatch: _hash_mismatch,
    NewerSchema: _newer_schema,
    BrokenText: _broken_text,
    UnreadableFile: _unreadable_file,
    NotText: _not_text,
    TooLarge: _too_large,
    NotAnImage: _not_an_image,
    site.TargetNotWritable: _target_not_writable,
    site.TargetFull: _target_full,
    site.ForeignFolder: _foreign_folder,
    site.ForeignFile: _foreign_file,
    site.SameAddress: _same_address,
    site.ImageMissing: _site_image_missing,
    site.BrokenSite: _broken_site,
}
