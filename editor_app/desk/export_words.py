"""An export in the words of the interface: how far it is, what can be undone, and what others changed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from babel.dates import format_datetime

from editor_app.desk.plan_words import FileGroup
from editor_app.desk.publish_words import time_left_words
from editor_app.domain.swedish_time import wall_time
from editor_app.site.output.values import (
    Conflict,
    ConflictKind,
    Generation,
    Recovered,
    RecoveryKind,
)
from editor_app.site.output.verification import FindingKind, FolderCheck
from editor_app.site.progress import ExportStep
from editor_app.translation import N_, _, interface_language, ngettext

STEPS: Mapping[ExportStep, str] = {
    ExportStep.TEXTS: N_("Making the texts ready"),
    ExportStep.PAGES: N_("Making the pages"),
    ExportStep.IMAGES: N_("Making the images ready"),
    ExportStep.CHECKING: N_("Reading back what was written"),
    ExportStep.KEEPING: N_("Keeping what is replaced"),
    ExportStep.SWITCHING: N_("Changing to the new pages…"),
}
FINDINGS: Mapping[FindingKind, str] = {
    FindingKind.ALTERED: N_("changed by somebody"),
    FindingKind.MISSING: N_("missing"),
    FindingKind.ADDED: N_("put there by somebody"),
    FindingKind.MANIFEST: N_("part of the manifest, damaged or missing"),
}
CONFLICTS: Mapping[ConflictKind, str] = {
    ConflictKind.ALTERED: N_("changed by somebody"),
    ConflictKind.FOREIGN: N_("put there by somebody"),
    ConflictKind.FOLDER: N_("a folder where a file belongs"),
    ConflictKind.FILE: N_("a file where a folder belongs"),
    ConflictKind.LINK: N_("a link"),
}


def step_words(step: ExportStep, done: int, whole: int, seconds_left: float | None) -> str:
    """Return what an export is doing, how far it is and how long that takes, where it is known."""
    if not whole:
        return _("{doing} ({done})").format(doing=_(STEPS[step]), done=done) if done else _(STEPS[step])
    words = _("{doing}: {done} of {whole}").format(doing=_(STEPS[step]), done=done, whole=whole)
    return words if seconds_left is None else f"{words}, {time_left_words(seconds_left)}"


def conflict_group(conflicts: Sequence[Conflict]) -> FileGroup:
    """Return the work of others that is in the way of an export."""
    words = ngettext(
        "{count} file there is the work of somebody else.",
        "{count} files there are the work of somebody else.",
        len(conflicts),
    )
    found = tuple((_(CONFLICTS[one.kind]), one.path) for one in conflicts)
    return FileGroup(words.format(count=len(conflicts)), found)


def check_sentence(check: FolderCheck) -> str:
    """Return whether a website is as it was written."""
    if check.is_whole:
        words = ngettext(
            "{count} file is as it was written, and nothing else is there.",
            "All {count} files are as they were written, and nothing else is there.",
            check.files,
        )
        return words.format(count=check.files)
    words = ngettext(
        "{count} file is not as it was written.",
        "{count} files are not as they were written.",
        len(check.findings),
    )
    return words.format(count=len(check.findings))


def check_groups(check: FolderCheck) -> tuple[FileGroup, ...]:
    """Return what was found in a website, by what happened to it."""
    groups = []
    for kind, what in FINDINGS.items():
        found = tuple((_(what), one.path) for one in check.findings if one.kind is kind)
        if found:
            words = ngettext("{count} file: {what}", "{count} files: {what}", len(found))
            groups.append(FileGroup(words.format(count=len(found), what=_(what)), found))
    return tuple(groups)


def going_back_sentences(kept: Generation) -> list[str]:
    """Return what undoing the newest export brings back."""
    sentences = [
        _("Files: {removed} come back, {changed} are as they were, {added} go.").format(
            removed=kept.removed, changed=kept.changed, added=kept.added
        )
    ]
    if kept.state is not None:
        day = format_datetime(wall_time(kept.state.moment), "short", locale=interface_language())
        sentences.insert(0, _("The website becomes what it was on {day}.").format(day=day))
    return sentences


def nothing_kept_sentence(target: Path) -> str:
    """Return that there is nothing to go back to."""
    return _("No earlier state of the site in {folder} is kept.").format(folder=target)


def recovered_sentence(recovered: Recovered) -> str:
    """Return what became of an export that was cut off."""
    words = (
        _("The export to {folder} that was cut off has been finished.")
        if recovered.kind is RecoveryKind.FINISHED
        else _("The export to {folder} that was cut off has been undone: the website is as it was before.")
    )
    return words.format(folder=recovered.target)
