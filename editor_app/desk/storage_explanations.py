"""The sentences for what files and disks do not let happen: the archive's and the site's errors."""

from collections.abc import Callable, Mapping
from typing import Any

from editor_app.archive.errors import (
    ArchiveBusy,
    ArchiveDamaged,
    ArchiveGone,
    ArchiveMissing,
    ArchiveNotWritable,
    ArchiveReadOnly,
    BrokenRow,
    BrokenSetting,
    DiskFull,
    ImageMissing,
    NewerArchive,
    NotAnArchive,
    NothingToSalvage,
    StaleRow,
)
from editor_app.archive.settings import POLICY, PUBLISH_TARGETS, SITE_FOLDERS, SITE_PROFILE, SITE_SETTINGS
from editor_app.desk.backup_explanations import BACKUP_EXPLANATIONS
from editor_app.desk.output_explanations import OUTPUT_EXPLANATIONS
from editor_app.desk.reasons import in_plain_words
from editor_app.domain.errors import EditorAppError
from editor_app.site import errors as site
from editor_app.translation import N_, _

Sentences = tuple[str, str]


def _archive_missing(error: ArchiveMissing) -> Sentences:
    return (
        _("There is no archive at {path}.").format(path=error.path),
        _("Check where the archive is, or create a new one."),
    )


def _archive_gone(error: ArchiveGone) -> Sentences:
    return (
        _("The archive {path} was moved or deleted while it was open.").format(path=error.path),
        _("Put it back, or a copy of it. What you have written is still in the window and is saved then."),
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
            path=error.path, reason=in_plain_words(error.reason)
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
        _("Open it again to read what can be read, or restore a backup: Backups… in the File menu."),
    )


def _archive_read_only(error: ArchiveReadOnly) -> Sentences:
    return (
        _("The archive {path} is damaged, so nothing is written to it.").format(path=error.path),
        _("Copy what you need, or export it to Word. To write again, restore a backup."),
    )


def _nothing_to_salvage(error: NothingToSalvage) -> Sentences:
    return (
        _("{path} is too damaged to be read, or is no archive.").format(path=error.path),
        _("Nothing in it was changed. Restore a backup, or choose another file."),
    )


def _broken_setting(error: BrokenSetting) -> Sentences:
    return (
        _("What the archive keeps as “{name}” cannot be read: {reason}.").format(
            name=_(SETTING_WORDS.get(error.key, error.key)), reason=in_plain_words(error.reason)
        ),
        _("The archive was changed outside the program. Check it in the Help menu, or restore a backup."),
    )


SETTING_WORDS: Mapping[str, str] = {
    POLICY: N_("the rules of the newsroom"),
    SITE_PROFILE: N_("what the site says of its publisher"),
    SITE_SETTINGS: N_("how the website looks"),
    PUBLISH_TARGETS: N_("where the website is published to"),
    SITE_FOLDERS: N_("which folders exports write to"),
}


def _broken_row(error: BrokenRow) -> Sentences:
    return (
        _("The archive says “{value}” in a place where that means nothing.").format(value=error.value),
        _("The archive was changed outside the program. Check it in the Help menu, or restore a backup."),
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


def _target_not_writable(error: site.TargetNotWritable) -> Sentences:
    return (
        _("The site cannot be written to {path}: {reason}.").format(
            path=error.path, reason=in_plain_words(error.reason)
        ),
        _("The site there is as it was. Choose another folder, or ask who looks after this one."),
    )


def _target_full(error: site.TargetFull) -> Sentences:
    return (
        _("There is no room for the site at {path}.").format(path=error.path),
        _("The site there is as it was. Free some space or choose another disk."),
    )


def _target_busy(error: site.TargetBusy) -> Sentences:
    return (
        _("Another export to {path} is under way.").format(path=error.path),
        _("Wait until it is done, then try again."),
    )


def _foreign_folder(error: site.ForeignFolder) -> Sentences:
    return (
        _("The folder {path} holds other files than an exported site.").format(path=error.path),
        _("Nothing was changed. Choose an empty or a new folder."),
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


STORAGE_EXPLANATIONS: Mapping[type[EditorAppError], Callable[[Any], Sentences]] = {
    **BACKUP_EXPLANATIONS,
    **OUTPUT_EXPLANATIONS,
    ArchiveMissing: _archive_missing,
    ArchiveGone: _archive_gone,
    NotAnArchive: _not_an_archive,
    NewerArchive: _newer_archive,
    ArchiveNotWritable: _archive_not_writable,
    ArchiveBusy: _archive_busy,
    ArchiveDamaged: _archive_damaged,
    ArchiveReadOnly: _archive_read_only,
    NothingToSalvage: _nothing_to_salvage,
    BrokenSetting: _broken_setting,
    BrokenRow: _broken_row,
    DiskFull: _disk_full,
    StaleRow: _stale_row,
    ImageMissing: _image_missing,
    site.TargetNotWritable: _target_not_writable,
    site.TargetFull: _target_full,
    site.TargetBusy: _target_busy,
    site.ForeignFolder: _foreign_folder,
    site.SameAddress: _same_address,
    site.ImageMissing: _site_image_missing,
    site.BrokenSite: _broken_site,
}
