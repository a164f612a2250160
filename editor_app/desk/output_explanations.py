"""The sentences for what keeps an exported site from being written, taken back or read."""

from collections.abc import Callable, Mapping
from typing import Any

from editor_app.desk.reasons import in_plain_words
from editor_app.domain.errors import EditorAppError
from editor_app.site.output import errors as output
from editor_app.site.output.values import ConflictKind
from editor_app.translation import _, ngettext

Sentences = tuple[str, str]

# So many paths are named before the rest is only counted.
_NAMED = 5


def _would_destroy(error: output.WouldDestroy) -> Sentences:
    paths = [one.path for one in error.conflicts]
    named = ", ".join(paths[:_NAMED])
    if len(paths) > _NAMED:
        rest = len(paths) - _NAMED
        named = ngettext("{paths} and {count} more", "{paths} and {count} more", rest).format(
            paths=named, count=rest
        )
    happened = _("An export to {folder} would destroy what others have put or changed there: {paths}.")
    return happened.format(folder=error.target, paths=named), _would_destroy_advice(error)


def _would_destroy_advice(error: output.WouldDestroy) -> str:
    if all(one.may_be_overwritten for one in error.conflicts):
        return _(
            "Nothing was changed. Move the files elsewhere, or let the export replace them: they are kept."
        )
    if any(one.kind is ConflictKind.LINK for one in error.conflicts):
        return _("Nothing was changed. Move the files, folders and links elsewhere, then export again.")
    return _("Nothing was changed. Move the files and folders elsewhere, then export again.")


def _same_path(error: output.SamePath) -> Sentences:
    return (
        _("Two pages would get the address {path}.").format(path=error.path),
        _("The site was not written. Make a copy of one article: it gets an address of its own."),
    )


def _same_on_disk(error: output.SameOnDisk) -> Sentences:
    return (
        _("The disk of {folder} takes {first} and {second} for one file.").format(
            folder=error.target, first=error.first, second=error.second
        ),
        _("The site was not written. Choose a folder on another disk, or change one of the addresses."),
    )


def _newer_site(error: output.NewerSite) -> Sentences:
    return (
        _("The site in {folder} was exported by a newer version of Pressklar.").format(folder=error.path),
        _("Nothing was changed. Install the newer version, or choose another folder."),
    )


def _path_too_long(error: output.PathTooLong) -> Sentences:
    return (
        _("The system does not allow a path as long as {path}.").format(path=error.path),
        _("The site there is as it was. Choose a folder with a shorter path."),
    )


def _file_in_use(error: output.FileInUse) -> Sentences:
    return (
        _("Another program is using {path}.").format(path=error.path),
        _("The site there is as it was. Close the file in the other program, then export again."),
    )


def _target_is_disk(error: output.TargetIsDisk) -> Sentences:
    return (
        _("The folder {folder} is a disk of its own.").format(folder=error.path),
        _("Nothing was changed. Choose a folder on that disk."),
    )


def _half_switched(error: output.HalfSwitched) -> Sentences:
    return (
        _("The export to {folder} was cut off in the middle: {reason}.").format(
            folder=error.path, reason=in_plain_words(error.reason)
        ),
        _("The site there may be partly new. Check the disk: the next start or export sets it right."),
    )


def _ledger_damaged(error: output.LedgerDamaged) -> Sentences:
    return (
        _("What Pressklar noted about the site in {folder} is damaged.").format(folder=error.target),
        _("The site is as it was. Export again: the notes are made anew from the site itself."),
    )


def _nothing_kept(error: output.NothingKept) -> Sentences:
    return (
        _("No earlier state of the site in {folder} is kept.").format(folder=error.target),
        _("Nothing was changed. What an export replaces is kept from then on."),
    )


def _kept_damaged(error: output.KeptDamaged) -> Sentences:
    return (
        _("What was kept of {path} in {folder} has been changed or removed.").format(
            path=error.path, folder=error.target
        ),
        _("Nothing was changed. Export again to write the site anew."),
    )


def _no_releases(error: output.NoReleases) -> Sentences:
    return (
        _("The site in {folder} cannot be switched by a link on this system.").format(folder=error.target),
        _("Nothing was changed. Export without whole releases."),
    )


OUTPUT_EXPLANATIONS: Mapping[type[EditorAppError], Callable[[Any], Sentences]] = {
    output.WouldDestroy: _would_destroy,
    output.SamePath: _same_path,
    output.SameOnDisk: _same_on_disk,
    output.NewerSite: _newer_site,
    output.PathTooLong: _path_too_long,
    output.FileInUse: _file_in_use,
    output.TargetIsDisk: _target_is_disk,
    output.HalfSwitched: _half_switched,
    output.LedgerDamaged: _ledger_damaged,
    output.NothingKept: _nothing_kept,
    output.KeptDamaged: _kept_damaged,
    output.NoReleases: _no_releases,
}
