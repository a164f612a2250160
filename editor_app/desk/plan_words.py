"""Why pages of the website change, and what going back changed, in sentences."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from editor_app.desk.values import ExportPlan
from editor_app.site.output.values import ChangeKind, Switched
from editor_app.site.planning.values import Cause, PlannedChange, Reason, reasons_by_kind
from editor_app.translation import N_, _, ngettext

# So many reasons are told one by one.
MOST = 20

CAUSES: Mapping[Cause, str] = {
    Cause.FIRST_EXPORT: N_("no earlier export to the folder is known"),
    Cause.ANOTHER_HISTORY: N_("the archive is another one, or an earlier one was restored"),
    Cause.PUBLISHER: N_("what is said of the publisher has changed"),
    Cause.SETTINGS: N_("the settings of the website have changed, or the notices that are shown"),
    Cause.MENU: N_("the menu has changed, or the address of a category"),
    Cause.CONTACTS: N_("a contact has changed"),
    Cause.PROGRAM: N_("the program or the templates have changed"),
    Cause.APPEARED: N_("“{title}” is new on the website"),
    Cause.CHANGED: N_("“{title}” has changed: {parts}"),
    Cause.LEFT: N_("“{title}” has left the website"),
}
PARTS: Mapping[str, str] = {
    "title": N_("the title"),
    "lead": N_("the lead"),
    "body": N_("the text"),
    "contacts": N_("the contacts"),
    "image": N_("the image at the top"),
    "category": N_("the category"),
    "related": N_("the related articles"),
    "times": N_("the times"),
    "address": N_("the address"),
    "corrections": N_("the corrections"),
    "language": N_("the language"),
}


class FileGroup(Struct, frozen=True):
    """Files that have something in common: `words` say what, `files` holds for each how, and its path."""

    words: str
    files: tuple[tuple[str, str], ...]


KINDS: Mapping[ChangeKind, str] = {
    ChangeKind.ADDED: N_("new file"),
    ChangeKind.CHANGED: N_("changed file"),
    ChangeKind.REMOVED: N_("removed file"),
}


def plan_groups(changes: Sequence[PlannedChange]) -> tuple[FileGroup, ...]:
    """Return the files that an export changes by reason, the reason with the most files first.

    A file that changes for several reasons is in the group of each.
    """
    files: dict[Reason | None, list[tuple[str, str]]] = {}
    kinds = {kind: _(words) for kind, words in KINDS.items()}
    for change in changes:
        for reason in change.reasons or (None,):
            files.setdefault(reason, []).append((kinds[change.kind], change.path))
    ranked = sorted(files.items(), key=lambda pair: (pair[0] is None, -len(pair[1])))
    return tuple(FileGroup(_group_words(reason, len(found)), tuple(found)) for reason, found in ranked)


def _group_words(reason: Reason | None, count: int) -> str:
    if reason is not None:
        return _because(reason, count)
    words = ngettext("{count} file follows from that.", "{count} files follow from that.", count)
    return words.format(count=count)


def files_sentence(changes: Sequence[PlannedChange]) -> str:
    """Return how many files an export adds, changes and removes, or that it does nothing."""
    if not changes:
        return _("Nothing would change.")
    counts = Counter(change.kind for change in changes)
    return _("Files: {added} new, {changed} changed, {removed} removed.").format(
        added=counts[ChangeKind.ADDED],
        changed=counts[ChangeKind.CHANGED],
        removed=counts[ChangeKind.REMOVED],
    )


def plan_sentences(plan: ExportPlan) -> list[str]:
    """Return what an export would do, then why, the reason with the most files first."""
    ranked = sorted(reasons_by_kind(plan.changes).items(), key=lambda pair: (-pair[1], pair[0]))
    sentences = [files_sentence(plan.changes), *(_because(reason, count) for reason, count in ranked[:MOST])]
    rest = len(ranked) - MOST
    if rest > 0:
        words = ngettext("{count} more reason.", "{count} more reasons.", rest)
        sentences.append(words.format(count=rest))
    return sentences


def went_back_sentences(switched: Switched) -> list[str]:
    """Return what undoing an export did."""
    changes = _("Files: {added} new, {changed} changed, {removed} removed.").format(
        added=switched.added, changed=switched.changed, removed=switched.removed
    )
    return [_("The website is what it was before the last export."), changes]


def reason_words(reason: Reason) -> str:
    """Return why files change, as the end of a sentence."""
    if reason.cause is Cause.CONTACTS and reason.title:
        return _("what is known of {names} has changed").format(names=reason.title)
    parts = ", ".join(_(PARTS[part]) for part in PARTS if part in reason.parts) or _("what is around it")
    return _(CAUSES[reason.cause]).format(title=reason.title, parts=parts)


def _because(reason: Reason, count: int) -> str:
    words = ngettext("{count} file changes because {why}.", "{count} files change because {why}.", count)
    return words.format(count=count, why=reason_words(reason))
